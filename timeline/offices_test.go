package timeline_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline"
	"dateline/timeline/internal/testbuild"
)

func TestOffices(t *testing.T) {
	tl := testbuild.Talks()
	for _, tt := range []struct {
		who  string
		want []timeline.Office
	}{
		{"yermak", []timeline.Office{{Name: "Head, Presidential Office", When: "11 February 2020 – 28 November 2025"}}},
		{"budanov", []timeline.Office{{Name: "Head of Defence Intelligence", When: "5 August 2020 – 2 January 2026"}, {Name: "Head, Presidential Office", When: "since 2 January 2026"}}},
		{"nato", nil},
	} {
		a, _ := tl.FindActor(tt.who)
		if diff := cmp.Diff(tt.want, tl.Offices(a)); diff != "" {
			t.Error(diff)
		}
	}
}
