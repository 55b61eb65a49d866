package html

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"flag"
	"io"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline/internal/testbuild"
	"dateline/timeline/query"
	"dateline/timeline/testrecord"
)

var update = flag.Bool("update", false, "write the golden page")

// small is a record in which every part of the page occurs.
const small = `title: A small record
description: |
  What it is about, in two lines,
  see https://example.org/about.

  More of it.
owner: the desk
actors:
  - {id: ua, name: Ukraine, kind: state}
  - {id: ru, name: Russia, kind: state}
  - {id: yermak, name: Andriy Yermak, kind: person, aliases: [Єрмак],
     memberships: [{of: ua, role: head of office, start: 2020-02-11, end: 2025-11-28}]}
sources:
  - {id: news, title: The news, publisher: The Paper, published: 2025-09-09, url: "https://example.org/news", language: uk}
events:
  - id: call
    date: 2025-09-08
    title: Yermak speaks with Moscow
    type: call
    status: disputed
    location: Kyiv
    actors: [{actor: yermak, role: caller}, ru]
    summary: |
      They speak about guarantees.

      They will speak again.
    quotes: [{by: yermak, text: Peace <soon>, source: news}]
    figures:
      - {label: drones launched, value: "810", by: yermak, source: news}
      - {label: drones shot down, value: about 747}
      - {label: minutes, low: "30", high: "40", unit: minutes}
    claims: [{by: yermak, text: It was long, status: denied}, {by: ru, text: It was short, source: news}]
    sources: [news, "https://example.org/a?b=1&c=2"]
    tags: [diplomacy]
    related: [visit, gone]
    notes: [seen from afar]
    weather: fair
  - {id: visit, date: 2025-10~, title: A visit, type: visit, actors: [Мирa]}
  - {date: 2026, title: A year, type: strike}
  - {title: Some day, type: aid}
`

// What a reader sees of each part is as it was looked at.
func TestGoldenPage(t *testing.T) {
	const name = "testdata/small.html"
	var out bytes.Buffer
	x := recordOf(small)
	if err := Write(&out, x, asked(t, x, ""), Options{Notes: map[string]string{"visit": "ask her"}}); err != nil {
		t.Fatal(err)
	}
	_, page, _ := strings.Cut(out.String(), "</head>\n")
	page = strings.Replace(page, string(script), "", 1)
	if *update {
		if err := os.WriteFile(name, []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), page); diff != "" {
		t.Error(diff)
	}
}

// The filter and what it needs stand before the events, so that it answers while they are still being read: how many there
// will be, and what the actors are called that the list at the end of the page has, by their numbers there.
func TestFilterStandsBeforeTheEvents(t *testing.T) {
	x := recordOf(small + `  - {date: 2027, title: Namesakes, actors: [{actor: ann}, {actor: bob}, "שלום"]}
` + "---\nactors: [{id: ann, name: Ann Lee, aliases: [A, \"B\\nC\"]}, {id: bob, name: Ann Lee}]\n")
	p := parse(t, x, asked(t, x, ""), Options{})
	order := []string{`id="filter"`, "<script>", "data-id=", "<main", "<article", `id="actors"`}
	for n := 1; n < len(order); n++ {
		if before, after := strings.Index(p.text, order[n-1]), strings.Index(p.text, order[n]); before < 0 || after < before {
			t.Errorf("%s does not stand before %s", order[n-1], order[n])
		}
	}
	if got := said(p.ids["count"]); got != "5 events count" {
		t.Errorf("before anything is asked the filter says %q", got)
	}
	offered := map[string]int{}
	for n, option := range p.all("option") {
		name, _ := attribute(option, "value")
		also, _ := attribute(option, "data-also")
		if _, again := attribute(option, "disabled"); !again {
			offered[name]++
		} else if offered[name] == 0 {
			t.Errorf("%s is not offered", name)
		}
		member := p.ids["a"+strconv.Itoa(n+1)]
		if member == nil {
			t.Fatalf("there is no actor %d", n+1)
		}
		for _, one := range append(strings.Split(also, "\n"), name) {
			if !strings.Contains(said(member), one) {
				t.Errorf("the filter knows actor %d as %q, the list as %q", n+1, one, said(member))
			}
		}
	}
	if offered["Ann Lee"] != 1 || len(offered) != 6 {
		t.Errorf("the filter offers %v", offered)
	}
}

// The policy lets in the style and the script that are there, whatever the record says, and nothing else.
func TestPolicyIsThatOfThePage(t *testing.T) {
	for _, x := range []string{small, testrecord.EveryField("</script><script>alert(1)</script>")} {
		x := recordOf(x)
		p := parse(t, x, x.Select(query.Query{}), Options{})
		policy := ""
		for _, n := range p.all("meta") {
			if kind, _ := attribute(n, "http-equiv"); kind == "Content-Security-Policy" {
				policy, _ = attribute(n, "content")
			}
		}
		want := "default-src 'none'"
		for _, name := range []string{"style", "script"} {
			all := p.all(name)
			if len(all) != 1 {
				t.Fatalf("%d elements <%s>", len(all), name)
			}
			sum := sha256.Sum256([]byte(all[0].FirstChild.Data))
			want += "; " + name + "-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
		}
		want += "; img-src 'none'; base-uri 'none'; form-action 'none'"
		if diff := cmp.Diff(want, policy); diff != "" {
			t.Error(diff)
		}
	}
}

// A page without its head has the record's title and nothing else that the record says of itself. The part of a record
// says of how many events it is.
func TestHeadCanBeLeftOut(t *testing.T) {
	x := recordOf(small)
	p := parse(t, x, asked(t, x, "actor:yermak"), Options{Headless: true})
	for _, gone := range []string{"What it is about", "the desk", "A visit</a>"} {
		if strings.Contains(p.text, gone) {
			t.Errorf("the page has %q", gone)
		}
	}
	for _, seen := range []string{"A small record", "1 of 4 events", "A visit (visit, not on this page)"} {
		if !strings.Contains(p.text, seen) {
			t.Errorf("the page lacks %q", seen)
		}
	}
}

// Of a file by its whole path a page for others tells only the name.
func TestFolderIsNotTold(t *testing.T) {
	p := &page{t: testbuild.Talks()}
	for file, want := range map[string]string{
		"/home/ann/secret/x.yaml": "x.yaml:0", `C:\Users\ann\x.yaml`: "x.yaml:0", "notes/x.yaml": "notes/x.yaml:0",
	} {
		e := p.t.Event(0)
		e.ID, e.Pos.File, e.Pos.Line = "", file, 0
		if got := p.place(0, e); got != want {
			t.Errorf("%s is %s, want %s", file, got, want)
		}
	}
}

// The picture of the overview is as high as what is drawn in it, in pixels as that is, so that nothing below it is written
// over, however large the letters are.
func TestOverviewHasRoom(t *testing.T) {
	high := regexp.MustCompile(`\.axis svg \{[^}]*height: ([0-9]+)px`).FindStringSubmatch(string(style))
	x := recordOf(small)
	p := parse(t, x, asked(t, x, ""), Options{})
	lowest := regexp.MustCompile(`<text x="[^"]*" y="([0-9]+)">`).FindStringSubmatch(p.text)
	if high == nil || lowest == nil {
		t.Fatal("there is no height in pixels, or no label")
	}
	room, _ := strconv.Atoi(high[1])
	if label, _ := strconv.Atoi(lowest[1]); room < label+4 {
		t.Errorf("of %d pixels the label at %d leaves no room", room, label)
	}
}

func TestLanguageIsSaid(t *testing.T) {
	for written, want := range map[string]string{
		"uk": "in Ukrainian", "UK": "in Ukrainian", "pt-BR": "in Portuguese (pt-BR)", "en": "", "en-GB": "", "": "",
		"Romanian": "in Romanian", "tlh": "language: tlh", "Ukrainian and Russian": "language: Ukrainian and Russian",
		";uk": "language: ;uk", "Western": "language: Western", "-": "language: -", "aa Afar": "language: aa Afar",
	} {
		if got := inLanguage(written); got != want {
			t.Errorf("%q is %q, want %q", written, got, want)
		}
	}
}

// Two ids never have one name on the page.
func TestFragmentsAreTold(t *testing.T) {
	texts := append(testrecord.Hostile(), nasty...)
	texts = append(texts, "a-b", "a b", "a~20~b", "a%20b", "\xff", "\u00ff", "~xff~", "київ", "")
	seen := map[string]string{}
	for _, text := range texts {
		name := fragment(text)
		if other, ok := seen[name]; ok && other != text {
			t.Errorf("%q and %q are both %q", text, other, name)
		}
		seen[name] = text
		if strings.ContainsAny(name, " \t\n\"'<>&%#") {
			t.Errorf("%q is %q", text, name)
		}
	}
}

var errFull = errors.New("full")

// A narrow takes so many bytes.
type narrow int

func (n *narrow) Write(p []byte) (int, error) {
	if *n -= narrow(len(p)); *n < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestErrorOfTheWriter(t *testing.T) {
	x := recordOf(testrecord.Generate(300))
	var whole bytes.Buffer
	if err := Write(&whole, x, asked(t, x, ""), Options{}); err != nil {
		t.Fatal(err)
	}
	for _, room := range []int{0, 1, whole.Len() / 2, whole.Len() - 1} {
		n := narrow(room)
		if err := Write(&n, x, asked(t, x, ""), Options{}); !errors.Is(err, errFull) {
			t.Errorf("with room for %d bytes of %d the error is %v", room, whole.Len(), err)
		}
	}
}

// Every colour of text can be read on every ground, in both lights, as WCAG 2 asks.
func TestColoursCanBeRead(t *testing.T) {
	declared := regexp.MustCompile(`--([a-z]+): (#[0-9a-f]{3,6})`)
	light, dark, _ := strings.Cut(string(style), "prefers-color-scheme: dark")
	dark = dark[:strings.Index(dark, "* {")]
	for name, part := range map[string]string{"light": light, "dark": dark} {
		colours := map[string]string{}
		for _, one := range declared.FindAllStringSubmatch(part, -1) {
			colours[one[1]] = one[2]
		}
		if len(colours) != 15 {
			t.Errorf("%s: %d colours", name, len(colours))
		}
		for text, colour := range colours {
			for _, ground := range []string{"ground", "field", "raised"} {
				if text == "ground" || text == "field" || text == "raised" || text == "line" {
					continue
				}
				if got := contrast(t, colour, colours[ground]); got < 4.5 {
					t.Errorf("%s: %s on %s has a contrast of %.2f", name, text, ground, got)
				}
			}
		}
	}
}

// contrast returns the contrast of two colours, as WCAG 2 defines it.
func contrast(t *testing.T, a, b string) float64 {
	luminance := func(colour string) (sum float64) {
		hex := colour[1:]
		if len(hex) == 3 {
			hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
		}
		for n, weight := range []float64{0.2126, 0.7152, 0.0722} {
			v, err := strconv.ParseUint(hex[2*n:2*n+2], 16, 8)
			if err != nil {
				t.Fatal(err)
			}
			c := float64(v) / 255
			if c <= 0.04045 {
				c /= 12.92
			} else {
				c = math.Pow((c+0.055)/1.055, 2.4)
			}
			sum += weight * c
		}
		return sum
	}
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// The page grows with the record and not faster, whatever there is much of.
func TestPageGrowsWithTheRecord(t *testing.T) {
	size := func(text string) float64 {
		x := recordOf(text)
		var out bytes.Buffer
		if err := Write(&out, x, x.Select(query.Query{}), Options{}); err != nil {
			t.Fatal(err)
		}
		return float64(out.Len())
	}
	crowds := testrecord.Crowds()
	crowds["events related to one of a long title"] = func(n int) string {
		text := "- {id: long, date: 2025, title: " + strings.Repeat("word ", n) + "}\n"
		for range n {
			text += "- {date: 2025, title: One, related: [long]}\n"
		}
		return text
	}
	for name, make := range crowds {
		one, four := size(make(200)), size(make(800))
		if four > 6*one {
			t.Errorf("%s: of 200 the page has %.0f bytes, of 800 %.0f", name, one, four)
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	for _, shape := range []struct {
		name string
		text func(n int) string
	}{{"plain", testrecord.Generate}, {"sources in place", testrecord.InPlace}} {
		for _, n := range []int{1000, 10000} {
			x := recordOf(shape.text(n))
			b.Run(shape.name+"/"+strconv.Itoa(n), func(b *testing.B) {
				s := x.Select(query.Query{})
				b.ReportAllocs()
				for b.Loop() {
					if err := Write(io.Discard, x, s, Options{}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
	b.Run("curated", func(b *testing.B) {
		x := curated(b)
		b.ReportAllocs()
		for b.Loop() {
			if err := Write(io.Discard, x, x.Select(query.Query{}), Options{}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// The direction of a text is looked for where it has letters that are written from the right, and only there.
func TestDirectionIsLookedForWhereItMatters(t *testing.T) {
	x := recordOf("- {date: 2025, id: a, title: שלום 2025}\n- {date: 2026, id: b, title: Talks é 和平}\n")
	p := parse(t, x, asked(t, x, ""), Options{})
	for id, want := range map[string]string{"h-a": "auto", "h-b": ""} {
		if got, _ := attribute(p.ids[id], "dir"); got != want {
			t.Errorf("the title %s has the direction %q, want %q", id, got, want)
		}
	}
}
