package load

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
)

// listed returns n texts with a comma between, each made from its number.
func listed(n int, item string) string {
	return strings.TrimSuffix(numberedTexts(n, item+","), ",")
}

// crowdsOfShapes returns records of other formats and shapes than ours with n of something, each under a name with the
// ending of its file. All hold the event Kept.
func crowdsOfShapes() map[string]func(n int) string {
	const keptJSON = `{"date":"2025-01-01","title":"Kept"}`
	return map[string]func(n int) string{
		"columns.csv": func(n int) string {
			return "date,title" + numberedTexts(n, ",c%d") + "\n2025-01-01,Kept" + strings.Repeat(",v", n) + "\n"
		},
		"columns of one name.csv": func(n int) string {
			return "date,title" + strings.Repeat(",c", n) + "\n2025-01-01,Kept" + strings.Repeat(",v", n) + "\n"
		},
		"ragged rows.csv": func(n int) string {
			return "date,title\n2025-01-01,Kept\n" + strings.Repeat("2025-01-02,a,b,c\n", n)
		},
		"a quotation without its end.csv": func(n int) string {
			return "date,title\n2025-01-01,Kept\n2025-01-02,\"a\n" + strings.Repeat("2025-01-03,b\n", n)
		},
		"entries without their end.ics": func(n int) string {
			return "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20250101\nSUMMARY:Kept\nEND:VEVENT\n" +
				strings.Repeat("BEGIN:VEVENT\nSUMMARY:x\n", n)
		},
		"lines without an end.ics": func(n int) string {
			return "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20250101\nSUMMARY:Kept\n" + numberedTexts(n, "X-A%d:1\n")
		},
		"a folded line.ics": func(n int) string {
			return "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20250101\nSUMMARY:Kept\nDESCRIPTION:a\n" + strings.Repeat(" b\n", n) +
				"END:VEVENT\nEND:VCALENDAR\n"
		},
		"brackets.toml": func(n int) string {
			return "date = 2025-01-01\ntitle = \"Kept\"\nx = " + strings.Repeat("[", n) + strings.Repeat("]", n) + "\n"
		},
		"a table in tables.toml": func(n int) string {
			return "date = 2025-01-01\ntitle = \"Kept\"\n[a" + strings.Repeat(".a", n) + "]\nb = 1\n"
		},
		"tables.toml": func(n int) string {
			return "[[events]]\ndate = 2025-01-01\ntitle = \"Kept\"\n" + numberedTexts(n, "[[events]]\ndate = 2025-01-02\ntitle = \"%d\"\n")
		},
		"top keys.json": func(n int) string {
			return `{"events":[` + keptJSON + "]," + listed(n, `"k%d":1`) + "}"
		},
		"top lists.json": func(n int) string {
			return "{" + listed(n, `"k%d":[`+keptJSON+"]") + "}"
		},
		"events by id.json": func(n int) string { return "{" + listed(n, `"k%d":`+keptJSON) + "}" },
		"events by date.json": func(n int) string {
			var days strings.Builder
			days.WriteString(`{"2025-01-01":"Kept"`)
			for i := range n {
				fmt.Fprintf(&days, `,"%04d-%02d-%02d":"a"`, i/300, 1+i/25%12, 1+i%25)
			}
			return days.String() + "}"
		},
		"groups in groups.json": func(n int) string {
			return `{"events":[` + keptJSON + `],"x":` + strings.Repeat(`[{"name":"g","items":`, n) + "[]" + strings.Repeat("}]", n) + "}"
		},
		"brackets that do not fit.json": func(n int) string {
			return `{"events":[` + keptJSON + "]," + listed(n, `"k%d":[{"a":1]`) + "}"
		},
		"keys of a group.json": func(n int) string {
			return `[{"name":"g",` + listed(n, `"key %d":"a text of some words"`) + `,"items":[` +
				strings.TrimSuffix(strings.Repeat(keptJSON+",", n), ",") + "]}]"
		},
		"a long name of a group.json": func(n int) string {
			return `[{"name":"` + strings.Repeat("g", 10*n) + `","items":[` +
				strings.TrimSuffix(strings.Repeat(keptJSON+",", 4*n), ",") + "]}]"
		},
		"a long key of two lists.json": func(n int) string {
			return `{"a":[` + keptJSON + `],"` + strings.Repeat("b", 10*n) + `":[` +
				strings.TrimSuffix(strings.Repeat(keptJSON+",", 4*n), ",") + "]}"
		},
		"a long name of a column.csv": func(n int) string {
			return "date,title," + strings.Repeat("k ", 10*n) + "\n2025-01-01,Kept,v\n" + strings.Repeat("2025-01-02,a,v\n", 4*n)
		},
		"lists without their ends.json": func(n int) string {
			return "[" + keptJSON + listed(n, ",\n"+`{"date":"2025-01-02","title":"%d","a":[1}`) + "]"
		},
		"escapes in a quotation without its end.json": func(n int) string {
			return "[" + keptJSON + `,{"date":"2025-01-02","title":"` + strings.Repeat(`word\n`, 20*n)
		},
		"keys that may be the year.json": func(n int) string {
			return `[{"title":"Kept",` + listed(n, `"year (%d)":"99999999999"`) + "}]"
		},
		"keys that may be the date.json": func(n int) string {
			return `[{"title":"Kept",` + listed(n, `"date (%d)":"some day or so in May"`) + "}]"
		},
		"keys that may be the place.json": func(n int) string {
			return `[{"date":"2025-01-01","title":"Kept",` + listed(n, `"city (%d)":"Lviv"`) + "}]"
		},
		"fields.yaml": func(n int) string {
			return "fields:\n" + numberedTexts(n, "  t%d: k\n") + "events:\n" + kept
		},
		"fields of one key.yaml": func(n int) string {
			return "fields:\n" + numberedTexts(n, "  title: k%d\n") + "events:\n" + kept
		},
		"names in one text.jsonl": func(n int) string {
			return keptJSON + "\n" + `{"when":"04/05/2024","people":"` + listed(n, " A%d") + `","title":"a"}` + "\n" +
				`{"when":"14/05/2024","people":"A1","title":"b"}` + "\n"
		},
	}
}

// Each is read in bounded memory, for four times as much of it about four times as much.
func TestCostGrowsWithOtherShapes(t *testing.T) {
	if racing {
		t.Skip("the race detector allocates too")
	}
	const few, times, most, atAll = 1000, 4, 5, 32 << 20
	for name, crowd := range crowdsOfShapes() {
		t.Run(name, func(t *testing.T) {
			var cost [2]float64
			for i, n := range []int{few, times * few} {
				var before, after runtime.MemStats
				runtime.ReadMemStats(&before)
				p := loadText(t, name, crowd(n))
				runtime.ReadMemStats(&after)
				cost[i] = float64(after.TotalAlloc - before.TotalAlloc)
				if record := p.Index.Timeline(); !hasTitle(record.Len(), func(i int) string { return record.Event(i).Title }) {
					t.Errorf("the event beside it is lost:\n%.1000s", p.Problems)
				}
			}
			if cost[1] > most*cost[0]+atAll {
				t.Errorf("%.0f bytes for %d, %.0f for %d", cost[0], few, cost[1], times*few)
			}
		})
	}
}

// hasTitle reports whether one of n titles is Kept.
func hasTitle(n int, title func(i int) string) bool {
	for i := range n {
		if title(i) == "Kept" {
			return true
		}
	}
	return false
}

// What a group says beyond what its events can be given is kept once, and an error says so.
func TestWhatAGroupSaysIsKeptOnce(t *testing.T) {
	name, note := strings.Repeat("g", 50_000), strings.Repeat("n", 50_000)
	items := strings.TrimSuffix(strings.Repeat(`{"date":"2025","title":"a"},`, 3_000), ",")
	p := loadText(t, "group.json", `{"x":[{"name":"`+name+`","note":"`+note+`","items":[`+items+`]}]}`)
	record, kept := p.Index.Timeline(), map[string]int{}
	for _, f := range record.Other() {
		kept[f.Value]++
	}
	if kept[name] != 1 || kept[note] != 1 || record.Len() != 3_000 || p.Problems.Errors() != 1 {
		t.Errorf("%d and %d times, %d events, %d errors", kept[name], kept[note], record.Len(), p.Problems.Errors())
	}
	p = loadText(t, "group.json", `{"x":[{"name":"`+name+`","items":[{"date":"2025","title":"a"}]}]}`)
	if e := p.Index.Timeline().Event(0); len(e.Other) != 1 || e.Other[0].Value != name || p.Problems.Errors() > 0 {
		t.Errorf("%d keys, %d errors", len(e.Other), p.Problems.Errors())
	}
}

// Of broken JSON every item is read as far as it can be.
func TestItemsAfterABrokenOneAreRead(t *testing.T) {
	const many = 20_000
	p := loadText(t, "broken.json", "["+listed(many, `{"date":"2025-01-02","title":"t%d","a":[1}`+"\n")+"]")
	record := p.Index.Timeline()
	if record.Len() != many || record.Event(many-1).Title == "" || p.Problems.Errors() == 0 {
		t.Errorf("%d events, %d errors", record.Len(), p.Problems.Errors())
	}
}

// A table of one head line that is longer than what is looked at first is read.
func TestLongHeadLine(t *testing.T) {
	const many = 80_000
	p := loadText(t, "long.csv", "date,title,"+listed(many, "k%d")+"\n2025-01-01,Kept,"+listed(many, "v%d")+"\n")
	if record := p.Index.Timeline(); record.Len() != 1 || len(record.Event(0).Other) != many {
		t.Errorf("%d events: %.300s", record.Len(), p.Problems)
	}
}

// Loops that allocate nothing do not show when bytes are counted. Each of these takes a second or two, and with a loop
// within a loop more than the minute that it has.
func TestOtherShapesAreReadToTheEnd(t *testing.T) {
	const many = 150_000
	crowds := crowdsOfShapes()
	for _, name := range []string{"top lists.json", "keys that may be the year.json", "lists without their ends.json"} {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
			defer cancel()
			done := make(chan struct{})
			go func() {
				defer close(done)
				Files(ctx, []File{textFile(name, crowds[name](many))}, nil)
			}()
			select {
			case <-done:
			case <-ctx.Done():
				t.Error("it is not read to the end")
			}
		})
	}
	for name, text := range map[string]string{
		"brackets.json": strings.Repeat("[", 1_000_000),
		"a key.json":    fmt.Sprintf(`[{"date":"2025","title":"a","%s":1}]`, strings.Repeat("k", 1_000_000)),
		"a key.csv":     "date,title," + strings.Repeat("k", 1_000_000) + "\n2025,a,b\n",
		"a group's name.json": `[{"name":"` + strings.Repeat("g", 1_000_000) + `","items":[` +
			strings.TrimSuffix(strings.Repeat(`{"date":"2025","title":"a"},`, 10_000), ",") + "]}]",
	} {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			loadText(t, name, text)
			runtime.ReadMemStats(&after)
			if cost, most := after.TotalAlloc-before.TotalAlloc, uint64(costAtAll+costPerByte*len(text)); cost > most && !racing {
				t.Errorf("%d bytes for %d", cost, len(text))
			}
		})
	}
}
