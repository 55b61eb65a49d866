// Package provenance says on which sources a record rests: each source with its events, which of them have no address
// or no copy in an archive, and the addresses alone.
//
//	uses := provenance.Of(t, x.Select(q))
//	fmt.Println(t.Source(uses[0].Source).Title, len(uses[0].Events))
//	weak := provenance.Lacking(t, uses, review.SourceArchive)
//	for _, address := range provenance.Addresses(t, weak, true, false) {
//		fmt.Println(address)
//	}
//
// A source may be a record of its own, one in place, or a mere address: all count alike. Of, Lacking and Addresses take
// time in proportion to the events and the sources.
//
// How sources are cited is for package cite to say, and what else a record lacks for package quality. The package opens
// no address. It may import timeline, cite, export, cell, index, review and sanitize.
package provenance

import (
	"cmp"
	"slices"

	"dateline/timeline"
	"dateline/timeline/index"
	"dateline/timeline/review"
	"dateline/timeline/sanitize"
)

// A Use is a source with the events that rest on it.
type Use struct {
	Source timeline.SourceRef
	Events []int // in the order of dates
}

// Of returns the sources that the selected events rest on, those of most events first, and of as many in the order of
// the files. If all events are selected, the sources that none of them cites are the last.
//
// Sources without an id that have the same address, or else say the same, are one. Of these the first counts that has a
// copy in an archive, or else the first.
func Of(t *timeline.Timeline, s index.Selection) []Use {
	is := same(t)
	events := make([][]int, t.Sources())
	var e timeline.Event
	for n := range s.Len() {
		i := s.At(n)
		t.Read(i, &e)
		for ref := range e.EachSource {
			if ref == timeline.NoSource {
				continue
			}
			of := &events[is[ref]]
			if len(*of) == 0 || (*of)[len(*of)-1] != i {
				*of = append(*of, i)
			}
		}
	}
	var uses []Use
	whole := s.Len() == t.Len()
	for n := range events {
		ref := timeline.SourceRef(n)
		if len(events[n]) > 0 || whole && is[n] == ref {
			uses = append(uses, Use{ref, events[n]})
		}
	}
	slices.SortStableFunc(uses, func(a, b Use) int { return cmp.Compare(len(b.Events), len(a.Events)) })
	return uses
}

// same returns for each source the one that it is.
func same(t *timeline.Timeline) []timeline.SourceRef {
	type said struct{ url, title, publisher, author, published string }
	saying := func(s *timeline.Source) said {
		if s.URL != "" {
			return said{url: s.URL}
		}
		return said{"", s.Title, s.Publisher, s.Author, s.Published.EDTF()}
	}
	best := make(map[said]timeline.SourceRef)
	archived := make(map[said]bool)
	var one timeline.Source
	for ref := range timeline.SourceRef(t.Sources()) {
		t.ReadSource(ref, &one)
		key := saying(&one)
		if _, known := best[key]; !known || !archived[key] && one.ArchiveURL != "" {
			best[key] = ref
		}
		archived[key] = archived[key] || one.ArchiveURL != ""
	}
	is := make([]timeline.SourceRef, t.Sources())
	for ref := range is {
		t.ReadSource(timeline.SourceRef(ref), &one)
		is[ref] = timeline.SourceRef(ref)
		if one.ID == "" {
			is[ref] = best[saying(&one)]
		}
	}
	return is
}

// Lacking returns the uses of sources that lack something: review.SourceAddress or review.SourceArchive.
func Lacking(t *timeline.Timeline, uses []Use, what review.Missing) (lacking []Use) {
	var one timeline.Source
	for _, u := range uses {
		t.ReadSource(u.Source, &one)
		if missing, ok := review.SourceLacks(&one); ok && missing == what {
			lacking = append(lacking, u)
		}
	}
	return lacking
}

// Addresses returns addresses on the web of the sources, each once, as they are opened and in the order of their
// letters: their own, those of their copies in archives, or both. What is not an address of the web is left out.
func Addresses(t *timeline.Timeline, uses []Use, own, archives bool) []string {
	var addresses []string
	add := func(text string) {
		if address, ok := sanitize.WebAddress(text); ok {
			addresses = append(addresses, address)
		}
	}
	var one timeline.Source
	for _, u := range uses {
		t.ReadSource(u.Source, &one)
		if own {
			add(one.URL)
		}
		if archives {
			add(one.ArchiveURL)
		}
	}
	slices.Sort(addresses)
	return slices.Compact(addresses)
}
