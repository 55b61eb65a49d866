package svg_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"dateline/timeline/index"
	"dateline/timeline/load"
	"dateline/timeline/publish/svg"
	"dateline/timeline/query"
	"dateline/timeline/testrecord"
)

var update = flag.Bool("update", false, "write the golden picture anew; look at it before it is committed")

func recordOf(text string) *index.Index {
	return load.Files(context.Background(), []load.File{load.InMemory("a.yaml", []byte(text))}, nil).Index
}

func pictureOf(t interface{ Fatal(...any) }, x *index.Index, filter string) string {
	q, err := query.Parse(filter)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := svg.Write(&out, x, x.Select(q), svg.Options{}); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// allowed are the elements of a picture with their attributes.
var allowed = map[string][]string{
	"svg":   {"xmlns", "class", "width", "height", "viewBox", "role", "aria-labelledby"},
	"title": {"id"}, "desc": {"id"}, "style": {}, "g": {},
	"rect":   {"class", "x", "y", "width", "height", "rx"},
	"path":   {"d", "class"},
	"circle": {"cx", "cy", "r", "class"},
	"text":   {"x", "y", "class"},
}

// check reads a picture as XML, and returns its texts. It returns an error where it has an element or attribute beyond
// the list, lies outside of its frame, or is not closed.
func check(picture string) (texts []string, err error) {
	d := xml.NewDecoder(strings.NewReader(picture))
	var open []string
	for {
		token, err := d.Token()
		if err == io.EOF {
			return texts, nil
		}
		if err != nil {
			return nil, err
		}
		switch token := token.(type) {
		case xml.StartElement:
			attributes, ok := allowed[token.Name.Local]
			if !ok || len(open) == 0 != (token.Name.Local == "svg") {
				return nil, fmt.Errorf("an element %s in %v", token.Name.Local, open)
			}
			for _, a := range token.Attr {
				var at int
				if !slices.Contains(attributes, a.Name.Local) {
					return nil, fmt.Errorf("%s has %s", token.Name.Local, a.Name.Local)
				}
				if n, _ := fmt.Sscan(a.Value, &at); n == 1 && a.Name.Local == "x" && (at < 0 || at > 960) {
					return nil, fmt.Errorf("%s at %d", token.Name.Local, at)
				}
			}
			open = append(open, token.Name.Local)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if text := strings.TrimSpace(string(token)); text != "" && open[len(open)-1] != "style" {
				texts = append(texts, text)
			}
		default:
			return nil, fmt.Errorf("a %T", token)
		}
	}
}

// TestAnyRecordHasAPicture holds that whatever the dates of a record are, its picture is within its frame, of bounded
// size, and the same when it is drawn again.
func TestAnyRecordHasAPicture(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		b.WriteString("events:\n")
		for n, date := range rapid.SliceOfN(testrecord.DateText(), 1, 60).Draw(t, "dates") {
			fmt.Fprintf(&b, "  - {id: e%d, date: %q, title: Event %d, type: %s, actors: [A%d, B%d]}\n", n, date, n,
				[]string{"call", "war", "aid", "x"}[n%4], n%3, n%20)
		}
		x := recordOf(b.String())
		picture := pictureOf(t, x, "")
		if _, err := check(picture); err != nil {
			t.Fatalf("%v in\n%s", err, picture)
		}
		if pictureOf(t, x, "") != picture {
			t.Fatal("it is another when it is drawn again")
		}
	})
}

// TestAPictureIsNoLargerThanItsColumnsAndLanes holds of very many events and actors.
func TestAPictureIsNoLargerThanItsColumnsAndLanes(t *testing.T) {
	for name, text := range map[string]string{"spread": testrecord.Generate(5_000), "dense": testrecord.Dense(5_000)} {
		picture := pictureOf(t, recordOf(text), "")
		if _, err := check(picture); err != nil || len(picture) > 250_000 {
			t.Errorf("%s: %d bytes, %v", name, len(picture), err)
		}
	}
}

func TestNothingHostileIsMarkup(t *testing.T) {
	texts := []string{"<script>alert(1)</script>", `"><image href="https://example.org/"/>`, "]]>", "&amp;", "--><!--", "</svg>"}
	for _, text := range append(texts, testrecord.Hostile()...) {
		picture := pictureOf(t, recordOf(testrecord.EveryField(text)), "")
		if _, err := check(picture); err != nil {
			t.Errorf("%q: %v", text, err)
		}
		if strings.Contains(picture, "url(") || strings.Contains(picture, "@import") {
			t.Errorf("%q: it refers to something", text)
		}
	}
}

// TestTheCuratedRecord holds what a reader sees of who and when, as text.
func TestTheCuratedRecord(t *testing.T) {
	curated, err := os.ReadFile("../../../events.yaml")
	if err != nil {
		t.Fatal(err)
	}
	x := recordOf(string(curated))
	for filter, want := range map[string][]string{
		"":            {"Security guarantees for Ukraine", "Volodymyr Zelensky", "Russia", "2025", "talks", "force"},
		"actor:rubio": {"Marco Rubio", "Sergey Lavrov", "United States", "Sep", "19"},
		"id:nothing":  {"0 events"},
	} {
		texts, err := check(pictureOf(t, x, filter))
		if err != nil {
			t.Fatal(err)
		}
		for _, one := range want {
			if !slices.Contains(texts, one) {
				t.Errorf("%q: no text is %q of %q", filter, one, texts)
			}
		}
	}
}

// TestEveryCountIsReadable holds that a mark that stands for several events says how many, on a full axis too.
func TestEveryCountIsReadable(t *testing.T) {
	for _, n := range []int{2, 10, 99, 100, 1_500} {
		var b strings.Builder
		b.WriteString("events:\n")
		for month := range 12 {
			for year := 2000; year < 2010; year++ {
				fmt.Fprintf(&b, "  - {date: %d-%02d, title: T, type: call, actors: [Anna]}\n", year, month+1)
			}
		}
		for k := range n {
			fmt.Fprintf(&b, "  - {date: 2005-06-%02d, title: T%d, type: call, actors: [Anna]}\n", k%28+1, k)
		}
		picture := pictureOf(t, recordOf(b.String()), "")
		bars, numbers := strings.Count(picture, `rx="2"`), strings.Count(picture, `class="on`)
		if bars == 0 || bars != numbers {
			t.Errorf("%d more: %d marks of several events and %d numbers", n, bars, numbers)
		}
	}
}

// TestNamesStandAtTheirYears holds that the name of a year begins where the year does, also after a year of one column,
// and that the first year of our era is no year before it.
func TestNamesStandAtTheirYears(t *testing.T) {
	var b strings.Builder
	b.WriteString("events:\n  - {date: 2021-12, title: T}\n")
	for month := 1; month < 60; month++ {
		fmt.Fprintf(&b, "  - {date: %d-%02d, title: T}\n", 2022+month/12, month%12+1)
	}
	if picture := pictureOf(t, recordOf(b.String()), ""); strings.Contains(picture, "21</text>") {
		t.Errorf("a month of 2021 has a name before that of 2022:\n%s", picture)
	}
	x := recordOf("events: [{date: 0001, title: A}, {date: 0900, title: B}, {date: 2000, title: C}]")
	texts, err := check(pictureOf(t, x, ""))
	if err != nil || slices.Contains(texts, "1 BC") {
		t.Error(err, texts)
	}
}

const small = `title: A small <record>
actors:
  - {id: ua, name: Ukraine, kind: state}
  - {id: anna, name: Anna, kind: person, memberships: [{of: ua, role: President}]}
events:
  - {date: 2025-09-08, title: A call, type: call, actors: [Anna, Bert]}
  - {date: 2025-09-08, title: Another, type: call, actors: [Anna, Ukraine]}
  - {date: 2025-09-10/2025-09-14, title: A siege, type: siege, actors: [Ukraine]}
  - {date: 2026-03~, title: A speech, type: speech, actors: [Bert]}
  - {title: Nobody knows when}
`

func TestASmallRecord(t *testing.T) {
	const golden = "testdata/small.svg"
	got := pictureOf(t, recordOf(small), "")
	if _, err := check(got); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Error(diff)
	}
}

// TestNamesThatBeginAlikeAreToldApart holds of lanes of one organisation, whose names are too long for them.
func TestNamesThatBeginAlikeAreToldApart(t *testing.T) {
	x := recordOf("events:\n" +
		"  - {date: 2025, title: A, actors: [Ministry of Foreign Affairs of the North, Ministry of Foreign Affairs of the South]}\n" +
		"  - {date: 2026, title: B, actors: [Ministry of Foreign Affairs of the Süden 部部]}\n")
	texts, err := check(pictureOf(t, x, ""))
	if err != nil {
		t.Fatal(err)
	}
	for _, end := range []string{"the North", "the South", "Süden 部部"} {
		shown := func(text string) bool { return strings.Contains(text, "…") && strings.HasSuffix(text, end) }
		if !slices.ContainsFunc(texts, shown) {
			t.Errorf("no lane ends in %s: %q", end, texts)
		}
	}
}

// A name in wide letters leaves room for the number beside it.
func TestNamesInWideLetters(t *testing.T) {
	for _, letter := range []string{"W", "Ж", "部"} {
		x := recordOf("events:\n  - {date: 2025, title: A, actors: [" + strings.Repeat(letter, 40) + "]}\n")
		texts, err := check(pictureOf(t, x, ""))
		if err != nil {
			t.Fatal(err)
		}
		shown := func(text string) bool {
			n := strings.Count(text, letter)
			return strings.Contains(text, "…") && 6 <= n && n <= 11
		}
		if !slices.ContainsFunc(texts, shown) {
			t.Errorf("no lane is of some %s: %q", letter, texts)
		}
	}
}
