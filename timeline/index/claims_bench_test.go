package index

import (
	"fmt"
	"strings"
	"testing"

	"dateline/timeline"
	"dateline/timeline/internal/testbuild"
	"dateline/timeline/query"
	"dateline/timeline/testrecord"
)

// claimed returns a record of n events of which one in so many has two claims.
func claimed(n, oneIn int) *timeline.Timeline {
	d := testbuild.NewDraft()
	for a := range 200 {
		id := fmt.Sprint("p", a)
		d.Actor(id, "Person "+id, timeline.Person, "", "", fmt.Sprintf("org%d|Head|2000|2040", a%20))
	}
	words := strings.Fields("drones hit the supply site and nothing civilian was struck that night officials said зустріч")
	for i := range n {
		d.Event("2025-09-08", "A title of drones", "", func(e *timeline.EventDraft) {
			if i%oneIn != 0 {
				return
			}
			for c := range 2 {
				e.Claims = append(e.Claims, timeline.ClaimDraft{
					By:     d.Mention(fmt.Sprint("p", (i/oneIn*7+c)%200)),
					Text:   words[i/oneIn%len(words)] + " " + strings.Join(words[:8], " ") + " " + words[(i/oneIn+c)%len(words)],
					Status: []string{"denied", "disputed", "reported", "confirmed", ""}[(i/oneIn+c)%5],
					Source: timeline.NoCitation,
				})
			}
		})
	}
	return d.Done()
}

// BenchmarkClaims asks for claims of a record of which every event has two, or one in ten.
func BenchmarkClaims(b *testing.B) {
	for _, size := range testrecord.Sizes() {
		for _, oneIn := range []int{1, 10} {
			x := New(claimed(size.Events, oneIn))
			name := fmt.Sprintf("%s/1 in %d/", size.Name, oneIn)
			x.FoldWords()
			b.Run(name+"new", func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					x.newClaims()
				}
			})
			for _, text := range []string{
				"says:org3", "claim:denied", "claim:(says:org3 status:denied)", "claim:(by:p3 status:denied drones)",
				"claim:(says:org3 night)", "claim:night", "claim:drones", `claim:"nothing civilian"`, "-claim:(says:org3)",
			} {
				q := ask(b, text)
				b.Run(fmt.Sprintf("%s%s/%d", name, text, x.Select(q).Len()), func(b *testing.B) {
					b.ReportAllocs()
					for b.Loop() {
						x.Select(q)
					}
				})
			}
			first := ask(b, "claim:(says:org3 night)")
			b.Run(name+"first/"+first.String(), func(b *testing.B) { // nothing is remembered of the claims
				b.ReportAllocs()
				for b.Loop() {
					x.claims().latest = nil
					x.Select(first)
				}
			})
			for _, text := range []string{"claim:", "claim:(says:", "claim:(says:org3 status:"} {
				at, _ := query.CursorAt(text, len(text))
				s := x.Select(at.Rest)
				b.Run(name+"complete/"+text, func(b *testing.B) {
					for b.Loop() {
						x.Complete(at, s)
					}
				})
			}
		}
	}
}
