"""The toolkit of the window. How to write a screen:

A screen is a class with state and a `build` that shows it. `build` returns a tree of nodes and is
called anew after every change, never once per frame; it must be quick and change nothing.

    from game.ui.app import App
    from game.language import _
    from game.ui.node import Node, column, row
    from game.ui.screen import Screen
    from game.ui.widgets import bar, button, card, heading, listing, panel, prose, text

    class Ports(Screen):
        name = "ports"
        first = "port.0"                      # what the keyboard is on at first

        def __init__(self, ports: list[str]) -> None:
            self.ports, self.chosen = ports, 0

        def build(self, app: App) -> Node:
            top = bar(
                button("back", _("Back"), app.pop, sign="arrow-left", kind="quiet"),
                heading(_("Ports"), grow=1),
                button("close_port", _("Close it"), self.close, kind="danger", command="remove",
                       tip=_("Costs 2 of political capital"),
                       disabled="" if self.ports else _("No port is left.")),
            )
            cards = [
                card(f"port.{i}", name, lambda i=i: self.choose(i), text(name, "card"),
                     selected=i == self.chosen)
                for i, name in enumerate(self.ports)
            ]
            left = panel("list", _("Open ports"), listing("ports", _("Ports"), *cards),
                         sign="map-pin", note=str(len(cards)), grow=1)
            right = panel("about", _("About"), prose("law", _("A port is [[critical]].")), grow=2)
            wide = app.room[0] >= 1000        # less room: one below the other
            body = (row if wide else column)(left, right, gap=14, pad=14, grow=1, align="stretch")
            return column(top, body)

        def choose(self, number: int) -> None:
            self.chosen = number              # the app rebuilds after every `do` by itself

To see it: `shots.shot(Ports([...]), Path("ports.png"), (1280, 720))`. To run it: `loop.run(app)`
after `app.push(screen)`. To test it: `app = shots.app_with(screen)`, then `driving.click(app, id)`,
`driving.press(app, "Ctrl+Z")`, `driving.write(app, "text")`, and look at `app.find(id)`.
`checks.faults(app)` says what is wrong with how it looks and is reached: it must be empty in all of
`conditions.pairwise()`. A bot that plays random inputs is in tests/ui/test_monkey.py.

Rules.
- **Every thing that can be focused has an id that stays** the same from build to build (focus,
  scroll and hover are kept by it) and a label. Ids are English and never shown.
- **All words through `_()`** (with fields: `_("Turn {n}").format(n=3)`), counts through `_n()`,
  a word of several senses through `_p()`.
- **Lengths are design units**: pixels at 1920 x 1080, scaled by window and settings. `em(12)` is
  twelve heights of body text and grows with it: use it for what must hold words.
- **Rows, columns, wraps, grids, stacks** nest. `grow=1` shares what is left (things of equal
  weight end equal); else a thing takes what it needs. What may become too high goes in `listing`
  or `scroll`. Ask `app.room` how much to show, in units of text: 1280 or more is wide; below
  about 800 show one panel at a time.
- **Text wraps** unless `lines=1`; then it may be shortened, and the whole must be told elsewhere.
- **Keys**: `command="undo"` on a node makes the key of that command activate it; `hint=
  app.keymap.first("undo")` shows the key. `on={"next_tab": f}` hears a command while focus is
  within (arrows, move_up, remove) or anywhere on the screen (others). `Screen.commands` is for
  keys that no node stands for. New commands go in `keys.COMMANDS`.
- **disabled="why"** greys a thing out; it can still be focused, and says why.
- **tip=** a text, a node, or a function that makes one when it is shown (prefer that if it costs).
  What is linked by [[term]] or [[term|words]] is explained and opened by `app.hooks`.
- **Slow work** goes through `app.work(key, job, then)`; show "working" until it is there.
- **Dialogs**: `app.open(lambda app: dialog(...))`, `app.close()`. **Passing remarks**: `app.say`.
- **Charts** are those of game/report/html: `widgets.report_chart.chart_of(chart, at, move,
  as_table=...)` draws any of them; the screen keeps `at`, the place that is read, and gives each
  a button with `command="table"` that turns it into its table (report_parts.Reader does both).
- **Own drawing**: `Node(draw=f, ...)` with `f(painter, node)`; `painter.px(8)` makes pixels;
  costly pictures through `painter.kept(key, size, draw)`. What moves draws itself at
  `painter.looks.now`, unless the player wants no motion (`painter.looks.still`), and says with
  `moving=f` which parts have changed at a time: those few are drawn anew every frame.
- **Sounds**: `app.say(words, cue="deal")`: select confirm undo warn incident turn deal lapse.
- **Colours** by name: abyss bg panel panel2 panel3 line line2 outline text text2 text3 off accent
  on_accent accent2 on_accent2 focus good bad warn danger on_danger severity.0-3 trust.0-4
  on_trust.0-4 blocs.0-5. Never colour alone: add a word, a sign, or hatching.
- **Type** by name: display title panel card lead body strong italic label label_strong meta figure
  code number.
- **Icons** by name: a file of assets/icons (lucide, ISC). Copy the one you need there.
"""
