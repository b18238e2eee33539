"use strict";
// Comfort only: everything can be read without it.
const root = document.documentElement;
const theme = document.getElementById("theme");
const tables = document.getElementById("tables");
const folds = [...document.querySelectorAll("details")];
const dark = () =>
  root.dataset.theme ? root.dataset.theme === "dark" : !matchMedia("(prefers-color-scheme: light)").matches;
const tell = () => {
  const said = theme.dataset;
  theme.textContent = dark() ? said.light : said.dark;
  theme.setAttribute("aria-label", dark() ? said.toLight : said.toDark);
};
const open = (all) => folds.forEach((fold) => { fold.open = all; });
theme.hidden = tables.hidden = false;
theme.removeAttribute("aria-pressed");
if (location.hash === "#light" || location.hash === "#dark") root.dataset.theme = location.hash.slice(1);
tell();
theme.addEventListener("click", () => { root.dataset.theme = dark() ? "light" : "dark"; tell(); });
tables.addEventListener("click", () => {
  const all = tables.getAttribute("aria-pressed") !== "true";
  tables.setAttribute("aria-pressed", String(all));
  tables.textContent = all ? tables.dataset.close : tables.dataset.open;
  open(all);
});
