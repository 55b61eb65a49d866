package export_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/export"
	"dateline/timeline/internal/testbuild"
	"dateline/timeline/query"
)

// everySaying is a record in which an event says everything once or twice.
const everySaying = `
actors:
  - {id: yermak, name: Andriy Yermak, kind: person, memberships: [{of: Ukraine, role: head of office}]}
  - {id: rubio, name: Marco Rubio, kind: person}
sources:
  - {id: news, title: The news, author: A. Writer, publisher: The Paper, published: 2025-09-09,
     url: "https://example.org/news", archive_url: "https://archive.example/1"}
events:
  - id: call
    date: 2025-09-08
    title: Yermak speaks with Rubio
    type: call
    status: reported
    location: Kyiv
    summary: "They speak.\n\nThey will speak again."
    actors: [{actor: yermak, role: caller}, rubio]
    quotes: [{by: rubio, text: Peace for good, source: news}, Soon]
    figures: [{label: length, low: 30, high: 40, unit: minutes, by: yermak}, {label: calls, value: 2}]
    claims:
      - {by: rubio, text: It was short, status: disputed, source: "https://example.org/b_(c)"}
      - {by: yermak, text: It was long}
    tags: [diplomacy, calls]
    sources: [news]
    related: [visit]
    notes: [seen from afar, heard from near]
    weather: fair
  - {id: visit, date: 2025-09-10, title: Rubio visits Kyiv}
`

// csvRows reads CSV.
func csvRows(t testing.TB, text string) [][]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatalf("%v in %q", err, text)
	}
	return rows
}

func TestExportCSV(t *testing.T) {
	rows := csvRows(t, exported(t, recordOf("x.yaml", everySaying).Index, export.CSV))
	want := [][2]string{
		{"id", "call"},
		{"date", "2025-09-08"},
		{"earliest", "2025-09-08"},
		{"latest", "2025-09-08"},
		{"title", "Yermak speaks with Rubio"},
		{"type", "call"},
		{"status", "reported"},
		{"location", "Kyiv"},
		{"summary", "They speak.\n\nThey will speak again."},
		{"actors", "Andriy Yermak (head of office, Ukraine; caller)\nMarco Rubio"},
		{"quotes", "\"Peace for good\" - Marco Rubio [news]\n\"Soon\""},
		{"figures", "length: 30 to 40 minutes, says Andriy Yermak\ncalls: 2"},
		{"claims", "Marco Rubio: It was short (disputed) [https://example.org/b_(c)]\nAndriy Yermak: It was long"},
		{"sources", "A. Writer, The Paper, The news, 9 September 2025, https://example.org/news [news]\nhttps://example.org/b_(c)"},
		{"tags", "diplomacy\ncalls"},
		{"related", "visit"},
		{"notes", "seen from afar\nheard from near"},
		{"other", "weather: fair"},
		{"file", "x.yaml"},
		{"line", "9"},
	}
	var got [][2]string
	for i, name := range rows[0] {
		got = append(got, [2]string{name, rows[1][i]})
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if len(rows) != 3 || rows[2][0] != "visit" {
		t.Errorf("%d rows, the last of %q", len(rows), rows[len(rows)-1][0])
	}
}

// A spreadsheet computes nothing of what a record says, and a date is the date of the record.
func TestExportCSVHoldsNoFormula(t *testing.T) {
	for _, test := range []struct{ says, cell string }{
		{`=HYPERLINK("https://evil.example")`, `'=HYPERLINK("https://evil.example")`},
		{"+380 44 255 73 33", "'+380 44 255 73 33"},
		{"-2+3", "'-2+3"},
		{"@SUM(A1)", "'@SUM(A1)"},
		{"\t=1", "' =1"},
		{"\r=1", "␍=1"},
		{"\n=1", "' =1"},
		{"\u00a0=1", "'\u00a0=1"},
		{"＝1+1", "'＝1+1"},
		{"\u202e=1", `\u202e=1`},
		{"1=1", "1=1"},
		{"'=1", "''=1"},
		{"  ''=1", "'  ''=1"},
		{"a;=HYPERLINK(1)", "a;'=HYPERLINK(1)"},
		{"a; \u3000=1|\"+1\"|b", "a;' \u3000=1|'\"+1\"|b"},
		{"a;'=1;@", "a;''=1;'@"},
		{"﹦1|﹢1|﹣1|﹫1", "'﹦1|'﹢1|'﹣1|'﹫1"},
		{"a;-5;+1.5 %;b|-2025-01-02|x", "a;-5;+1.5 %;b|-2025-01-02|x"},
		{"a;-5+A1|-1-", "a;'-5+A1|'-1-"},
		{"a-b; b=c", "a-b; b=c"},
		{"−5 degrees", "−5 degrees"},
		{"a,\"b\";c|d", "a,\"b\";c|d"},
	} {
		d := testbuild.NewDraft()
		date, err := edtf.Parse("-0044-03-15")
		if err != nil {
			t.Fatal(err)
		}
		d.AddEvent(&timeline.EventDraft{
			ID: test.says, Date: date, Title: test.says,
			Tags: []string{test.says, "b"}, Other: []timeline.Field{{Key: test.says, Value: "b"}},
			Actors: []timeline.PartDraft{{Actor: d.Mention(test.says), Name: test.says}},
		})
		var out bytes.Buffer
		if err := exportDraft(&out, d, export.CSV, export.Emphasis{}); err != nil {
			t.Fatal(err)
		}
		rows := csvRows(t, out.String())
		want := []string{test.cell, test.cell, test.cell, test.cell + "\nb", test.cell + ": b", "-0044-03-15", "-0044-03-15"}
		var got []string
		for _, name := range []string{"id", "title", "actors", "tags", "other", "date", "earliest"} {
			got = append(got, rows[1][slices.Index(rows[0], name)])
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: %s", test.says, diff)
		}
	}
}

// Whatever a spreadsheet takes for the end of a cell, no cell of its is a formula, and the text is had back.
func TestExportCSVHoldsNoFormulaBetweenOtherSeparators(t *testing.T) {
	holdsNoFormula(t, ";+1")    // the cells after it would be more of it: +1,SUM(A1)
	holdsNoFormula(t, "a;+1|=") // as one cell where ; separates
	holdsNoFormula(t, "a;++1;")
	holdsNoFormula(t, ";'\n=")
	part := rapid.SampledFrom(strings.Split("=+-@＝＋－＠﹦﹢﹣﹫;;||'\"\n\n \u00a01x,é", ""))
	rapid.Check(t, func(t *rapid.T) {
		holdsNoFormula(t, strings.TrimSpace(strings.Join(rapid.SliceOfN(part, 1, 12).Draw(t, "text"), "")))
	})
}

// holdsNoFormula exports an event that says text, and separates it in other ways.
func holdsNoFormula(t interface {
	Fatal(...any)
	Fatalf(string, ...any)
}, text string,
) {
	d := testbuild.NewDraft()
	d.AddEvent(&timeline.EventDraft{ID: "id", Title: "x", Summary: text, Notes: strings.Split(text, "\n")})
	var out bytes.Buffer
	if err := exportDraft(&out, d, export.CSV, export.Emphasis{}); err != nil {
		t.Fatal(err)
	}
	for _, separator := range []string{";", "|", "\t"} {
		for cell := range strings.SplitSeq(strings.ReplaceAll(out.String(), "\n", separator), separator) {
			cell = strings.TrimLeft(cell, "\" \u00a0")
			first, _ := utf8.DecodeRuneInString(cell)
			if strings.ContainsRune("=+-@＝＋－＠﹦﹢﹣﹫", first) && !number.MatchString(cell) {
				t.Fatalf("separated at %q: %q in %q", separator, cell, out.String())
			}
		}
	}
	rows, err := csv.NewReader(&out).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	cell := rows[1][slices.Index(rows[0], "summary")]
	back := laterFormula.ReplaceAllString(firstFormula.ReplaceAllString(cell, "$1"), "$1$2")
	if back != text {
		t.Fatalf("%q is written as %q, which is %q", text, cell, back)
	}
}

// These match the apostrophe that is taken off to have a text back, and what is left as it is.
var (
	firstFormula = regexp.MustCompile(`^'([\s\p{Z}']*[=+\-@＝＋－＠﹦﹢﹣﹫])`)
	laterFormula = regexp.MustCompile(`([;|\n])'((?:[^\S\n]|[\p{Z}'"])*[=+\-@＝＋－＠﹦﹢﹣﹫])`)
	number       = regexp.MustCompile(`^[+-]?1+ *$`)
)

func TestExportCSVFileIsNoFormula(t *testing.T) {
	out := exported(t, recordOf("=cmd.yaml", "- {date: 2025, title: x}").Index, export.CSV)
	if !strings.HasSuffix(out, ",'=cmd.yaml,1\n") {
		t.Error(out)
	}
}

// Dates alone are written in CSV as they are, so they must not be able to name a function or a cell.
func TestDatesAreNoFormulas(t *testing.T) {
	for _, text := range []string{"=1", "+1", "@A", "-A1", "-0044+A1", "-0044-03-15/=A1", "-0044|cmd"} {
		if d, err := edtf.Parse(text); err == nil {
			t.Errorf("%q is a date: %s", text, d.EDTF())
		}
	}
}

func TestExportActorsCSV(t *testing.T) {
	x := recordOf("x.yaml", "- {date: 2025, title: x, actors: [=cmd, 'a, b']}").Index
	var out bytes.Buffer
	if err := export.Actors(&out, x, x.Select(query.Query{}), export.CSV, export.Emphasis{}); err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"id", "name", "kind", "events", "of"},
		{"cmd", "'=cmd", "", "1", ""},
		{"a-b", "a, b", "", "1", ""},
	}
	if diff := cmp.Diff(want, csvRows(t, out.String())); diff != "" {
		t.Error(diff)
	}
}

// checkCSV returns what is wrong with n events or actors as CSV: each is a row, each row has a cell for each column,
// and no cell is a formula, but that dates may begin with a minus.
func checkCSV(text string, n int) error {
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		return err
	}
	if len(rows) != n+1 {
		return fmt.Errorf("%d rows for %d", len(rows), n)
	}
	for _, row := range rows[1:] {
		for i, cell := range row {
			isDate := slices.Contains([]string{"date", "earliest", "latest"}, rows[0][i])
			cell = strings.TrimSpace(cell)
			if cell != "" && strings.ContainsAny(cell[:1], "=+-@") && !(isDate && cell[0] == '-') {
				return fmt.Errorf("formula %q", cell)
			}
		}
	}
	return nil
}
