package ui

import "slices"

// acting are the actions of the table that do something to the event under the cursor, by the first of their keys. All
// others only move, or change how things look.
var acting = map[mode][]string{
	inList:   {"enter", "tab", "shift+tab", "K", "J", "1", "A", "c", "e", "i", "m", "o", "v", "y", "Y"},
	inDetail: {"enter", "tab", "shift+tab", "K", "J", "1", "A", "c", "e", "i", "m", "o", "v", "y", "Y"},
	inLanes:  {"enter", "K", "J", "1", "A", "c", "e", "i", "m", "o", "y", "Y"},
}

// acts reports whether an action does something to the event under the cursor, which makes that the reader's place.
func (a *action) acts(in mode) bool { return slices.Contains(acting[in], a.keys[0]) }
