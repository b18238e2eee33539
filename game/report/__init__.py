"""What happened, in sentences, tables and figures: used by everything that shows the game.

Before a game is over, what is told to a nation comes from what that nation may see, and nothing
else; only `aftermath` reads the truth.
"""
