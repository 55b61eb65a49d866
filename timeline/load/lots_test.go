package load

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline"
	"dateline/timeline/internal/inturn"
	"dateline/timeline/internal/tabular"
)

// loadLots loads a table or a calendar in lots of about size bytes, and returns what it holds and what is said.
func loadLots(name, text string, size int) (contents, string) {
	l := loader{record: timeline.NewBuilder(), piece: size}
	p := l.load(context.Background(), []File{textFile(name, text)})
	return contentsOf(p.Index.Timeline()), p.Problems.String() + fmt.Sprint(p.Groups)
}

// A table or a calendar is read in lots of any size as it is read whole, and the same is said of it.
func TestLotsAreTheWhole(t *testing.T) {
	for name, text := range map[string]string{
		"ours.csv": "id,date,title,actors\na,2025-01-02,One,Mira Sol\nb,2025,Two,\"Mira Sol; Jon Vale\"\na,2025,Three,x\n",
		"others.csv": "When,Headline,People,Odd\n03/05/2024,Zero,Ada,0\n04/05/2024,One,\"Mira Sol, Jon Vale\",1\n\n" +
			"14/05/2024,\"Two\nlines\",Mira Sol,2\n" +
			"05/06/2024,Three,Jon Vale\n06/07/2024,Four,Jon Vale,3,4\nsoon,Five,\"Jon Vale, Ada\",5\n",
		"calendar.ics": "BEGIN:VCALENDAR\nX-WR-CALNAME:Talks\n" + numberedTexts(5, "BEGIN:VEVENT\nUID:%d\n"+
			"DTSTART:20250101T100000Z\nSUMMARY:One\nATTENDEE;CN=Mira:mailto:a@b.c\nX-ODD:1\n more\nEND:VEVENT\n") +
			"BEGIN:VEVENT\nDTSTART:2025\nnonsense\nEND:VEVENT\nEND:VCALENDAR\n",
	} {
		t.Run(name, func(t *testing.T) {
			whole, said := loadLots(name, text, len(text)+1)
			if len(whole.Events) < 3 || name == "others.csv" && !strings.Contains(said, "the row has 5 cells") {
				t.Fatalf("%d events, and nothing is said of a long row:\n%s", len(whole.Events), said)
			}
			for _, size := range []int{40, 60, 100} { // of two rows and more
				inLots, saidToo := loadLots(name, text, size)
				if a, b := fmt.Sprintf("%+v", whole), fmt.Sprintf("%+v", inLots); a != b {
					t.Errorf("lots of %d bytes:\n%s", size, cmp.Diff(a, b))
				}
				if said != saidToo {
					t.Errorf("of lots of %d bytes is said:\n%s", size, cmp.Diff(said, saidToo))
				}
			}
		})
	}
}

// Long before a table has been read, its first events are published.
func TestTablesArePublishedInPortions(t *testing.T) {
	text := "date,title,summary\n" + strings.Repeat("2025-01-02,One,A text of some length that says little\n", 40_000)
	var first Progress
	Files(context.Background(), []File{textFile("table.csv", text)}, func(p Progress) {
		if first.Index == nil {
			first = p
		}
	})
	if n := first.Index.Timeline().Len(); first.Done || n == 0 || n > 20_000 {
		t.Errorf("first are %d events, done %v", n, first.Done)
	}
}

// Rows of a letter take no more memory while they are read than others: a lot has a bounded number of nodes, however
// little text that is.
func TestLotsOfSmallRowsAreBounded(t *testing.T) {
	for name, line := range map[string]string{"one letter": "a\n", "two cells": "a,b\n", "empty rows": ",\n", "a gap": ",b\n"} {
		text := "title,x\n" + strings.Repeat(line, 40_000)
		record := timeline.NewBuilder()
		r := newFileReader(context.Background(), textFile("rows.csv", text), len(text)+1, inturn.To(record))
		l := lots{file: r, rest: text, all: make([]lot, 3)}
		tabular.Each(r.In, text, r.Problems, l.take)
		if len(l.inHand().rows) > 0 {
			l.begin()
		}
		for range l.all {
			l.absorb()
			l.next++
		}
		for i := range l.all {
			if n := len(l.all[i].nodes.all); n > mostNodes+5 {
				t.Errorf("%s: a lot has %d nodes", name, n)
			}
		}
		if n := record.Len(); name != "empty rows" && n != 40_000 {
			t.Errorf("%s: %d events", name, n)
		}
	}
}
