package timeline

import (
	"slices"

	"dateline/timeline/internal/packedtext"
)

// Packed returns the events as they are held, in parts of which each event is in one. They share their texts with t,
// and must not be changed.
func (t *Timeline) Packed() []packedtext.Part {
	s := &t.events
	ends := make([]int, len(s.texts)+1) // in events, by number of the text and one more
	for _, at := range s.locations {
		ends[at.text+1]++
	}
	for i := 1; i < len(ends); i++ {
		ends[i] += ends[i-1]
	}
	events, starts := make([]int32, s.len()), make([]uint32, s.len())
	for i, at := range s.locations {
		events[ends[at.text]] = int32(i)
		ends[at.text]++
	}
	var parts []packedtext.Part
	begin := 0
	for i := range s.texts {
		of := events[begin:ends[i]]
		byPlace := func(a, b int32) int { return int(s.locations[a].at) - int(s.locations[b].at) }
		if !slices.IsSortedFunc(of, byPlace) {
			slices.SortFunc(of, byPlace)
		}
		for n, event := range of {
			starts[begin+n] = s.locations[event].at
		}
		parts = append(parts, packedtext.Split(s.texts[i].text, of, starts[begin:ends[i]])...)
		begin = ends[i]
	}
	return parts
}
