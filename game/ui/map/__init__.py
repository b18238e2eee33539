"""The map as a picture: game/atlas says what there is, this room paints it."""
