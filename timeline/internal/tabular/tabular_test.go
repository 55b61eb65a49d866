package tabular_test

import (
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"dateline/timeline/diag"
	"dateline/timeline/internal/tabular"
)

// read returns the rows of a table, one a line, each as `key: value, …`, and what was reported.
func read(name, text string) (rows string, said diag.Problems) {
	problems := diag.NewList(diag.MaxProblems)
	var out strings.Builder
	tabular.Each(diag.NewFile(name, text), text, &problems, func(event *yaml.Node) bool {
		for i := 0; i < len(event.Content); i += 2 {
			if i > 0 {
				out.WriteString(", ")
			}
			fmt.Fprintf(&out, "%s: %s", event.Content[i].Value, strings.ReplaceAll(event.Content[i+1].Value, "\n", "/"))
		}
		out.WriteString("\n")
		return true
	})
	return strings.TrimSuffix(out.String(), "\n"), problems.Found()
}

func TestTables(t *testing.T) {
	for _, c := range []struct{ what, text, rows, said string }{
		{
			"plain", "date,title,summary\n2025,One,\"First: a, b\"\n2026,Two,\n",
			"date: 2025, title: One, summary: First: a, b\ndate: 2026, title: Two", "",
		},
		{"semicolons with decimal commas", "date;title;n\n2025;One;1,5\n2026;Two;2,5\n", "date: 2025, title: One, n: 1,5\ndate: 2026, title: Two, n: 2,5", ""},
		{"tabs", "date\ttitle\n2025\tOne, two; three\n", "date: 2025, title: One, two; three", ""},
		{"bars", "date|title\n2025|One, two\n", "date: 2025, title: One, two", ""},
		{"a table of Markdown", "| date | title |\n|------|:-----:|\n| 2025 | One |\n", "date: 2025, title: One", ""},
		{"lists within cells", "date,title,tags\n2025,One,a;b;c\n2026,Two,d;e;f\n2027,Three,g;h;i\n", "date: 2025, title: One, tags: a;b;c\ndate: 2026, title: Two, tags: d;e;f\ndate: 2027, title: Three, tags: g;h;i", ""},
		{"the separator of Excel", "sep=;\r\ndate;title\r\n2025;One, two\r\n", "date: 2025, title: One, two", ""},
		{"byte order mark", "\ufeffdate,title\n2025,One\n", "date: 2025, title: One", ""},
		{"one column", "date\n2025\n2026\n", "date: 2025\ndate: 2026", ""},
		{"newlines in quotes", "date,title\n2025,\"One\r\ntwo\"\n2026,Two\n", "date: 2025, title: One/two\ndate: 2026, title: Two", ""},
		{"blanks after separators", "date, title, n\n2025, \"One, two\", 3\n", "date: 2025, title: One, two, n: 3", ""},
		{"empty rows", "date,title\n\n,\n2025,One\n\r\n , \n2026,Two", "date: 2025, title: One\ndate: 2026, title: Two", ""},
		{"names that are missing or the same", "date,,title,title\n2025,a,One,Two\n", "date: 2025, column 2: a, title: One, title (2): Two", ""},
		{"quotes in names", "\"date\",\"the\ntitle\"\n2025,One\n", "date: 2025, the title: One", ""},
		{"a separator after the last name", "date,title,\n2025,One,\n", "date: 2025, title: One", ""},
		{"comments above", "# of 2025\n# by me\ndate,title\n2025,One\n#5,Two\n", "date: 2025, title: One\ndate: #5, title: Two", ""},
		{"quotes in a comment", "# of \"2025\ndate,title\n2025,One\n2026,\"Two, too\"\n", "date: 2025, title: One\ndate: 2026, title: Two, too", ""},
		{"a head line as a comment", "# mine\n#date,title\n2025,One\n2026,Two\n", "date: 2025, title: One\ndate: 2026, title: Two", ""},
		{"a title above", "My events\n\ndate,title,n\n2025,One,5\n2026,Two,6\n", "date: 2025, title: One, n: 5\ndate: 2026, title: Two, n: 6", "1:1 no-head-line"},
		{"a title above in a spreadsheet", "My events,,\n,,\ndate,title,n\n2025,One,5\n2026,Two,6\n", "date: 2025, title: One, n: 5\ndate: 2026, title: Two, n: 6", "1:1 no-head-line"},
		{"no head line", "2025-01-01,One,5\n2026-01-02,Two,6\n", "date: 2025-01-01, title: One, column 3: 5\ndate: 2026-01-02, title: Two, column 3: 6", "1:1 no-head-line"},
		{"no head line, and places first", "1347,Italy,X-1,Black Death\n1397,Italy,X-2,A bank\n1405,China,X-3,Voyages\n", "date: 1347, column 2: Italy, column 3: X-1, title: Black Death\ndate: 1397, column 2: Italy, column 3: X-2, title: A bank\ndate: 1405, column 2: China, column 3: X-3, title: Voyages", "1:1 no-head-line"},
		{"no head line, and other columns first", "7,Ann,\"Oct 12, 2022\"\n8,Bob,\"Nov 1, 2022\"\n", "column 1: 7, title: Ann, date: Oct 12, 2022\ncolumn 1: 8, title: Bob, date: Nov 1, 2022", "1:1 no-head-line"},
		{"years as names", "country,2019,2020\nA,5,6\n", "country: A, 2019: 5, 2020: 6", ""},
		{"short rows", "date,title,n\n2025\n2026,Two\n2027,Three,5\n", "date: 2025\ndate: 2026, title: Two\ndate: 2027, title: Three, n: 5", "2:1 ragged-row"},
		{"long rows", "date,title\n2025,One, two\n2026,Two,,\n2027,a,b,c\n", "date: 2025, title: One, column 3: two\ndate: 2026, title: Two\ndate: 2027, title: a, column 3: b, column 4: c", "2:11 ragged-row 4:8 ragged-row"},
		{"quotes that are letters", "date,title,n\n2025,5\" pipe,a\n2026,\"Two\" or three,b\n2027,\"He said \"hi\", and left\",c\n", "date: 2025, title: 5\" pipe, n: a\ndate: 2026, title: \"Two\" or three, n: b\ndate: 2027, title: He said \"hi\", and left, n: c", ""},
		{"quotes that are letters in several lines", "date,title,n\n2025,\"He said \"hi\" again\nand left\",c\n2026,Two,d\n", "date: 2025, title: He said \"hi\" again/and left, n: c\ndate: 2026, title: Two, n: d", ""},
		{"a quotation without an end", "date,title,n\n2025,\"One,5\n2026,Two,6\n", "date: 2025, title: \"One, n: 5\ndate: 2026, title: Two, n: 6", "2:6 broken-csv"},
		{"a quotation without an end above others", "date,title,n\n2025,\"One,5\n2026,\"Two, too\",6\n2027,\"Three\",7\n", "date: 2025, title: \"One, n: 5\ndate: 2026, title: Two, too, n: 6\ndate: 2027, title: Three, n: 7", "2:6 broken-csv"},
		{"apostrophes before formulas", "date,title\n'-0044,'=1+1\n2025,'tis\n2026,'@x\n", "date: -0044, title: =1+1\ndate: 2025, title: 'tis\ndate: 2026, title: @x", ""},
		{"a head line once more", "date,title\n2025,One\ndate,title\n2026,Two\n", "date: 2025, title: One\ndate: 2026, title: Two", ""},
		{"a first column that only R knows", "\"date\"\t\"title\"\n\"1\"\t2025\t\"One\"\n\"2\"\t2026\t\"Two\"\n", "column 1: 1, date: 2025, title: One\ncolumn 1: 2, date: 2026, title: Two", ""},
		{"text only", "one\n", "", ""},
		{"nothing", "", "", ""},
	} {
		rows, problems := read("a.csv", c.text)
		var said []string
		for _, p := range problems {
			said = append(said, fmt.Sprintf("%d:%d %s", p.Pos.Line, p.Pos.Column, p.Rule))
		}
		if rows != c.rows || strings.Join(said, " ") != c.said {
			t.Errorf("%s: got\n%s\n%q, want\n%s\n%q", c.what, rows, said, c.rows, c.said)
		}
	}
}

// What is said of a longer row counts the cells of the head line that have no name.
func TestCellsOfTheHeadLineAreCounted(t *testing.T) {
	for head, want := range map[string]string{
		"date,title":        "the row has 5 cells, the head line 2;",
		"date,title,n,":     "the row has 5 cells, the head line names 3 of its 4;",
		"date,title,n,n,":   "the row has 5 cells, the head line names 4 of its 5;",
		"date,title,n,,":    "the row has 5 cells, the head line names 3 of its 5;",
		"date,title,,,,,":   "the row has 5 cells, the head line names 2 of its 7;",
		"date,title,,n,n":   "",
		"date,title,n,n,n,": "",
	} {
		_, problems := read("a.csv", head+"\n2025-01-01,One,b,c,d\n2026-01-01,Two\n")
		said := strings.Contains(problems.String(), "the row has")
		if said != (want != "") || !strings.Contains(problems.String(), want) {
			t.Errorf("%s: %s", head, problems)
		}
	}
}

// A problem says where it is and what to write instead.
func TestWhatIsSaid(t *testing.T) {
	_, problems := read("a.csv", "Data of 2025\n2025-01-01,One,5\n2026-01-02,\"Two,6,7\n2027\n")
	want := `a.csv:1:1: error: this is above the head line of the table, and in no event
   1 | Data of 2025
     | ^^^^^^^^^^^^
     = begin the line with # if it is a comment
a.csv:2:1: error: the table has no head line with the names of its columns, which are guessed
   2 | 2025-01-01,One,5
     | ^
     = put this line above it: date,title,column 3
a.csv:3:12: error: a quotation begins here and does not end; the row is read to the end of its line
   3 | 2026-01-02,"Two,6,7
     |            ^^^^
     = close it with "
a.csv:3:19: warning: the row has 4 cells, the head line 3; from here on they are kept as ` + "`column 4`" + `
   3 | 2026-01-02,"Two,6,7
     |                   ^
     = put a cell that holds , in quotes, or name this column in the head line
a.csv:4:1: warning: a row has fewer cells than the head line; the others count as empty
   4 | 2027
     | ^^^^
     = see whether a separator or a quotation mark is missing there
`
	if got := problems.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Every node is where its text is in the file, whatever letters and newlines are before it.
func TestPlaces(t *testing.T) {
	text := "datum,título\n\n2025,\"é\nü\",ç,\"x\"\n  2026,é,2027\n"
	in := diag.NewFile("a.csv", text)
	var problems diag.List
	var got []string
	tabular.Each(in, text, &problems, func(event *yaml.Node) bool {
		got = append(got, fmt.Sprintf("%d:%d", event.Line, event.Column))
		for i, n := range event.Content {
			got = append(got, fmt.Sprintf("%s %d:%d", n.Value, n.Line, n.Column))
			if rest := in.Rest(n.Line, n.Column); i%2 == 1 && !strings.HasPrefix(strings.TrimPrefix(rest, `"`), n.Value[:1]) {
				t.Errorf("%q is not at %d:%d, where %q is", n.Value, n.Line, n.Column, rest)
			}
		}
		return true
	})
	want := []string{
		"3:1", "datum 1:1", "2025 3:1", "título 1:7", "é\nü 3:6", "column 3 4:4", "ç 4:4", "column 4 4:6", "x 4:6",
		"5:3", "datum 1:1", "2026 5:3", "título 1:7", "é 5:8", "column 3 4:4", "2027 5:10",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestIs(t *testing.T) {
	for text, want := range map[string]bool{
		"date,title\n2025,One\n":                               true,
		"date;title\r\n2025;One\r\n2026;Two\r\n":               true,
		"date\ttitle\n2025\tOne\n":                             true,
		"\ufeffdate,title\n2025,One\n":                         true,
		",date,title\n0,2025,One\n":                            true,
		"\"date\",\"title: of it\"\n2025,One\n":                true,
		"date,title\n" + strings.Repeat("2025,One\n", 100_000): true,
		"":                              false,
		"date,title\n":                  false,
		"one\ntwo\n":                    false,
		"2025,One\n2026,Two\n":          false, // what are the columns?
		"Yes, we can\nNo, we can not\n": false,
		"Dear Ann,\nin 2025, we met.\n": false,
		"It was in 2025, they say.\nIn 2026, it was not\n":                  false,
		"title: One, two\ndate: 2025, May\n":                                false,
		"title:\n- a, 1\n- b, 2\n":                                          false,
		"- {date: 2025, title: One}\n- {date: 2025, title: x}\n":            false,
		"[{\"date\": 2025, \"title\": 1},\n{\"date\": 2025, \"title\": 2}]": false,
		"{\"date\": 2025, \"title\": 1}\n{\"date\": 2025, \"title\": 2}\n":  false,
		"---\na, b\n1, 2\n":                             false,
		"+++\na = 1, 2\nb = 1, 2\n":                     false,
		"# One, two\n\n2025, three\n":                   false,
		"| date | title |\n|---|---|\n| 2025 | One |\n": true,
		"BEGIN:VCALENDAR\nA;B:1\n":                      false,
		"<html>\n<a, 1>\n<b, 2>\n":                      false,
	} {
		if got := tabular.Is(text); got != want {
			t.Errorf("%.60q is a table: %t, want %t", text, got, want)
		}
	}
}

// A row of dashes below the head line is a rule, as Markdown and databases draw it; with a cell that is none it is a row.
func TestRuleBelowTheHeadLine(t *testing.T) {
	for text, want := range map[string]int{
		"|date|title|\n|---|:--:|\n|2025|One|\n": 1, "date|title\n--|--\n2025|One\n": 1,
		"date\ttitle\n----\t-----\n2025\tOne\n": 1, "date,title\n---,---\n2025,One\n": 1,
		"date,title\n,--\n2025,One\n": 2, "date,title\n--,--\n2025,One\n": 2, "date,title\n---,x\n2025,One\n": 2,
	} {
		problems, n := diag.NewList(10), 0
		tabular.Each(diag.NewFile("a.csv", text), text, &problems, func(*yaml.Node) bool { n++; return true })
		if n != want {
			t.Errorf("%q has %d events, want %d", text, n, want)
		}
	}
}

// Whatever a writer of CSV writes is read as it was, each cell under the name of its column.
func TestEveryCellIsRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[a-zé"',;|#\n =-]{0,6}`)
		columns := rapid.IntRange(2, 5).Draw(t, "columns")
		rows := rapid.SliceOfN(rapid.SliceOfN(word, columns, columns), 1, 6).Draw(t, "rows")
		separator := rapid.SampledFrom([]rune(",;\t|")).Draw(t, "separator")
		var text strings.Builder
		w := csv.NewWriter(&text)
		w.Comma = separator
		w.UseCRLF = rapid.Bool().Draw(t, "crlf")
		names := []string{"date", "title", "tags", "who", "where"}[:columns]
		_ = w.Write(names)
		for _, row := range rows {
			_ = w.Write(row)
		}
		w.Flush()
		var want []string
		for _, row := range rows {
			for i, cell := range row {
				// The writer writes a newline of a cell as CRLF too, which is read as LF.
				if cell = strings.TrimSpace(cell); strings.HasPrefix(cell, "'") {
					return // an apostrophe may be that of a formula
				}
				if cell != "" {
					want = append(want, names[i]+": "+cell)
				}
			}
		}
		var got []string
		problems := diag.NewList(10)
		said := "sep=" + string(separator) + "\n" + text.String()
		tabular.Each(diag.NewFile("a.csv", said), said, &problems, func(event *yaml.Node) bool {
			for i := 0; i < len(event.Content); i += 2 {
				got = append(got, event.Content[i].Value+": "+event.Content[i+1].Value)
			}
			return true
		})
		if !slices.Equal(got, want) || problems.Count() > 0 {
			t.Fatalf("got %q, want %q; said %s\nof %q", got, want, problems.Found(), text.String())
		}
	})
}
