package ui

import (
	"slices"

	"dateline/ui/pane"
)

// A mode says what has the reader's keys.
type mode int

const (
	inList mode = iota
	inDetail
	inReading // the event has the whole screen
	inQueryLine
	inWho // actors are picked, in the rail or in the picker
	inActor
	inLanes
	inProblems
	inChart
	inBox      // anything is typed, or a key
	inOverview // the overview is walked along
	inChips    // the parts of the query
	inSaved    // marks and saved views
	inAbout    // what the record says of itself
	inNaming   // the name of a view that is saved
	inCompare  // two are side by side
	inWrite    // what is seen is written or copied
	inFile     // the name of the file for that
)

// covers reports whether what has the keys lies over all panes.
func (m mode) covers() bool {
	return m == inBox || m == inAbout || m == inProblems || m == inSaved || m == inNaming ||
		m == inCompare || m == inWrite || m == inFile
}

// over reports whether what has the keys lies over the detail, and over all panes where that is not beside the list.
func (m mode) over() bool { return m == inActor || m == inChart }

// typing reports whether the query line, or what is in its place, has the keys.
func (m mode) typing() bool {
	return m == inQueryLine || m == inBox || m == inChips || m == inOverview
}

// lineUse returns what the query line is used for.
func (m mode) lineUse() pane.LineUse {
	switch m {
	case inQueryLine:
		return pane.LineTyped
	case inChips:
		return pane.LineParts
	case inCompare:
		return pane.LineShut
	}
	return pane.LineShown
}

// modes is what was opened over what. At the bottom is the base, the list or the lanes; the last has the keys.
type modes []mode

// top returns what has the keys.
func (s modes) top() mode { return s[len(s)-1] }

// below returns what the mode with the keys was opened over; the base is over itself.
func (s modes) below() mode { return s[max(0, len(s)-2)] }

// base returns the list or the lanes.
func (s modes) base() mode { return s[0] }

// reading reports whether the detail has the keys, or the box that lies over it.
func (s modes) reading() bool {
	return s.top() == inDetail || s.top() == inBox && s.below() == inDetail
}

// has reports whether a mode is open, be it under others.
func (s modes) has(m mode) bool { return slices.Contains(s, m) }

// push opens a mode over what is open.
func (s *modes) push(m mode) { *s = append(*s, m) }

// pop closes the last mode; the base stays.
func (s *modes) pop() { *s = (*s)[:max(1, len(*s)-1)] }

// close closes a mode wherever it is among what is open.
func (s *modes) close(m mode) { *s = slices.DeleteFunc(*s, func(one mode) bool { return one == m }) }

// home closes all but the base.
func (s *modes) home() { *s = (*s)[:1] }

// events closes all but the base, and the page on which an event is read.
func (s *modes) events() { *s = (*s)[:max(slices.Index(*s, inReading), 0)+1] }

// rebase closes everything and shows the events as a list or as lanes.
func (s *modes) rebase(base mode) { *s = append((*s)[:0], base) }
