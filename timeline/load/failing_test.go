package load

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
)

// failOver has the program fail over a text under a key of an event, and over a description in the head of a record.
func failOver(t *testing.T, key, text string) {
	fail := func(n *yaml.Node) {
		if n.Value == text {
			panic("no room for " + text)
		}
	}
	notes := &eventFields.fields[eventFields.byKey[key]].read
	about := &headFields.fields[headFields.byKey["description"]].read
	wasNotes, wasAbout := *notes, *about
	t.Cleanup(func() { *notes, *about = wasNotes, wasAbout })
	*notes = func(d *decoder, n *yaml.Node, into *eventInHand) { fail(n); wasNotes(d, n, into) }
	*about = func(d *decoder, n *yaml.Node, into *head) { fail(n); wasAbout(d, n, into) }
}

// Where the program fails over an event, that is an error at its place, and all other events are read. Where it fails
// over a file, all other files are. Whatever reads them, the goroutines of tables and long lists as well.
func TestFaultsOfTheProgram(t *testing.T) {
	failOver(t, "location", "boom")
	many := strings.Repeat("- {date: 2025-01-04, title: C}\n", 20_000)
	for name, file := range map[string]struct {
		text   string
		events int
		line   int // 0 where the whole file is given up
	}{
		"a.yaml":     {"events:\n- {date: 2025-01-01, title: A}\n- {date: 2025-01-02, title: B, location: boom}\n- {date: 2025-01-03, title: C}\n", 3, 3},
		"b.csv":      {"date,title,location\n2025-01-01,A,x\n2025-01-02,B,boom\n2025-01-03,C,x\n", 3, 3},
		"c.json":     {`[{"date": "2025-01-01", "title": "A"},` + "\n" + `{"date": "2025-01-02", "title": "B", "location": "boom"}]`, 2, 2},
		"d.toml":     {"[[events]]\ndate = 2025-01-01\ntitle = \"A\"\nlocation = \"boom\"\n", 1, 1},
		"e.md":       {"---\ndate: 2025-01-01\ntitle: A\nlocation: boom\n---\n", 1, 2},
		"long.yaml":  {"events:\n" + many + "- {date: 2025-01-02, title: B, location: boom}\n" + many, 40_001, 20_002},
		"whole.yaml": {"description: boom\nevents:\n- {date: 2025-01-01, title: A}\n", 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			files := []File{
				textFile("before.yaml", "- {date: 2024, title: before}\n"), textFile(name, file.text),
				textFile("after.yaml", "- {date: 2026, title: after}\n"),
			}
			for _, publish := range []func(Progress){nil, func(Progress) {}} {
				p := Files(context.Background(), files, publish)
				record := p.Index.Timeline()
				if record.Len() != 2+file.events || p.Files != 3 {
					t.Errorf("%d events of %d files, want %d of 3\n%s", record.Len(), p.Files, 2+file.events, p.Problems)
				}
				at := slices.IndexFunc(p.Problems, func(one diag.Problem) bool { return one.Rule == rule.ProgramFault })
				if at < 0 || p.Problems[at].Pos.File != name || p.Problems[at].Pos.Line != file.line {
					t.Fatalf("want a fault at %s:%d\n%s", name, file.line, p.Problems)
				}
				if hint := p.Problems[at].Hint; !strings.Contains(hint, "failing_test.go:") {
					t.Errorf("it is not said where the program failed: %s", hint)
				}
			}
		})
	}
}

// A number of any length under any key of a date is read, offered or kept, in every format, and nothing fails over it.
func TestNumbersOfAllLengths(t *testing.T) {
	digits := []string{"20200131", "12345678901234567890123456", "99999999999999999999999999", "000000000"}
	var numbers []string
	for _, long := range digits {
		for n := 1; n <= len(long); n++ {
			for _, sign := range []string{"", "-"} {
				for _, after := range []string{"", ".0", ".5", "~"} {
					numbers = append(numbers, sign+long[:n]+after)
				}
			}
		}
	}
	numbers = append(numbers, "", "-", ".", ".5", "-.5", "2020013", "202001311", "20201331", "１２３４５６７８")
	for _, key := range []string{"date", "end", "created_at", "Datum", "year", "day", "x"} {
		var csv, jsonl, list, toml, texts strings.Builder
		fmt.Fprintf(&csv, "title,%s\n", key)
		for i, number := range numbers {
			fmt.Fprintf(&csv, "A%d,%s\n", i, number)
			fmt.Fprintf(&jsonl, "{\"title\": \"A\", %q: %q}\n", key, number)
			fmt.Fprintf(&list, "- title: A\n  %s: %s\n", key, number)
			fmt.Fprintf(&texts, "- title: A\n  date: 2025\n  %s: {date: %q, start: %q}\n", key, number, number)
			fmt.Fprintf(&toml, "[[events]]\ntitle = \"A\"\n%s = %q\n", key, number)
		}
		for name, text := range map[string]string{
			"a.csv": csv.String(), "a.jsonl": jsonl.String(), "a.yaml": list.String(), "maps.yaml": texts.String(),
			"a.json": "[" + strings.ReplaceAll(strings.TrimSpace(jsonl.String()), "\n", ",\n") + "]", "a.toml": toml.String(),
		} {
			p := loadText(t, name, text)
			if n := p.Index.Timeline().Len(); n < len(numbers) {
				t.Errorf("%s of %s: %d events of %d", name, key, n, len(numbers))
			}
		}
	}
	for _, number := range numbers { // alone in its column, so that nothing else decides
		loadText(t, "a.csv", "title,date\nA,"+number+"\n")
	}
}
