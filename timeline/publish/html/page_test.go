package html

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	nethtml "golang.org/x/net/html"
	"pgregory.net/rapid"

	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/export"
	"dateline/timeline/index"
	"dateline/timeline/load"
	"dateline/timeline/markup"
	"dateline/timeline/query"
	"dateline/timeline/sanitize"
	"dateline/timeline/testrecord"
)

// recordOf returns an index of a record in YAML.
func recordOf(text string) *index.Index {
	return load.Files(context.Background(), []load.File{load.InMemory("record.yaml", []byte(text))}, nil).Index
}

func curated(t testing.TB) *index.Index {
	t.Helper()
	text, err := os.ReadFile("../../../events.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return recordOf(string(text))
}

// asked returns the events that a query wants.
func asked(t testing.TB, x *index.Index, text string) index.Selection {
	t.Helper()
	q, err := query.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return x.Select(q)
}

type failing interface {
	Errorf(string, ...any)
	Fatalf(string, ...any)
}

// A parsed is a page as a browser reads it.
type parsed struct {
	text     string
	elements []*nethtml.Node
	ids      map[string]*nethtml.Node
}

func parse(t failing, x *index.Index, s index.Selection, o Options) parsed {
	var out bytes.Buffer
	if err := Write(&out, x, s, o); err != nil {
		t.Fatalf("%v", err)
	}
	root, err := nethtml.Parse(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatalf("%v", err)
	}
	p := parsed{text: out.String(), ids: map[string]*nethtml.Node{}}
	for n := range root.Descendants() {
		if n.Type != nethtml.ElementNode {
			continue
		}
		p.elements = append(p.elements, n)
		if id, ok := attribute(n, "id"); ok {
			if p.ids[id] != nil {
				t.Errorf("two elements have the id %q", id)
			}
			p.ids[id] = n
		}
	}
	return p
}

// all returns the elements of a name.
func (p parsed) all(name string) []*nethtml.Node {
	return slices.DeleteFunc(slices.Clone(p.elements), func(n *nethtml.Node) bool { return n.Data != name })
}

func attribute(n *nethtml.Node, key string) (value string, ok bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

// saying are the attributes that say something of the record.
var saying = []string{"href", "title", "value", "datetime", "data-id", "id", "lang"}

// said returns what is read below an element, with what its attributes say after that, and single blanks.
func said(n *nethtml.Node) string {
	var words, attributes strings.Builder
	for one := range n.Descendants() {
		if one.Type == nethtml.TextNode {
			words.WriteString(one.Data)
		}
	}
	for _, one := range slices.Collect(n.Descendants()) {
		for _, a := range one.Attr {
			if slices.Contains(saying, a.Key) {
				attributes.WriteString(" " + a.Val)
			}
		}
	}
	id, _ := attribute(n, "id")
	return strings.Join(strings.Fields(words.String()+" "+attributes.String()+" "+id), " ")
}

// What a page may be made of, so that a record adds nothing of its own.
const (
	mayBe = " html head meta title style body a header h1 h2 h3 h4 h5 div p details summary dl dt dd span section ul ol li " +
		"svg rect line text nav label input button datalist option main article time data q bdi b script "
	mayHave = " lang charset http-equiv content name class href dir id rel role aria-labelledby aria-label aria-hidden " +
		"aria-live hidden type list autocomplete spellcheck placeholder tabindex data-a data-s data-i data-g data-id data-also data-own disabled " +
		"datetime value title x y width height x1 y1 x2 y2 "
	classes = " skip row faint axis force talks words help other gap mark when kind confirmed disputed denied facts " +
		"reader where who office actor sides cite by figures n quote note part tags cites place own lines end as "
)

// checkMade fails unless a page is made of what the package writes, and of nothing that a record smuggles in.
func checkMade(t failing, p parsed) {
	has := func(list, word string) bool { return strings.Contains(list, " "+word+" ") }
	for _, n := range p.elements {
		if !has(mayBe, n.Data) {
			t.Errorf("there is an element <%s>", n.Data)
		}
		for _, a := range n.Attr {
			if !has(mayHave, a.Key) {
				t.Errorf("<%s> has an attribute %s=%q", n.Data, a.Key, a.Val)
			}
			switch a.Key {
			case "class":
				for _, class := range strings.Fields(a.Val) {
					if !has(classes, class) {
						t.Errorf("<%s> has the class %q", n.Data, class)
					}
				}
			case "href":
				checkAddress(t, p, n, a.Val)
			case "aria-labelledby", "list":
				if p.ids[a.Val] == nil {
					t.Errorf("%s=%q is nowhere", a.Key, a.Val)
				}
			}
		}
		if n.Data == "label" {
			inputs := 0
			for one := range n.Descendants() {
				if one.Data == "input" {
					inputs++
				}
			}
			if inputs != 1 {
				t.Errorf("a label has %d controls", inputs)
			}
		}
	}
	for _, r := range p.text {
		if r != '\n' && r != '\u200c' && r != '\u200d' && r != 0xfffd && sanitize.Line("a"+string(r)) != "a"+string(r) {
			t.Errorf("the page holds %U", r)
			break
		}
	}
}

// checkAddress fails unless a link leads to a part of the page, or to the web without saying from where.
func checkAddress(t failing, p parsed, n *nethtml.Node, address string) {
	if part, ok := strings.CutPrefix(address, "#"); ok {
		if p.ids[unescaped(part)] == nil {
			t.Errorf("no part of the page is called %q", part)
		}
		return
	}
	if web, ok := sanitize.WebAddress(strings.ReplaceAll(address, "%27", "'")); !ok || web == "" {
		t.Errorf("a link leads to %q", address)
	}
	if rel, _ := attribute(n, "rel"); rel != "noopener noreferrer" {
		t.Errorf("a link to %q tells where it is", address)
	}
}

// unescaped returns a fragment as a browser looks for it.
func unescaped(fragment string) string {
	var text []byte
	for i := 0; i < len(fragment); i++ {
		if b, err := strconv.ParseUint(fragment[min(i+1, len(fragment)):min(i+3, len(fragment))], 16, 8); fragment[i] == '%' &&
			err == nil {
			text = append(text, byte(b))
			i += 2
			continue
		}
		text = append(text, fragment[i])
	}
	return string(text)
}

// checkFacts fails unless each string and each number of the events as JSON Lines is on the page: in the article of its
// event, or in the list of actors or of sources.
func checkFacts(t failing, p parsed, x *index.Index, s index.Selection) {
	var lines bytes.Buffer
	out := export.New(&lines, export.JSONLines, export.Emphasis{})
	if err := errors.Join(out.Write(x.Timeline(), s, 0), out.Close()); err != nil {
		t.Fatalf("%v", err)
	}
	articles := p.all("article")
	if len(articles) != s.Len() {
		t.Fatalf("%d articles for %d events", len(articles), s.Len())
	}
	lists := ""
	for _, id := range []string{"names", "actors", "sources"} {
		if n := p.ids[id]; n != nil {
			lists += " " + said(n)
		}
	}
	decoder := json.NewDecoder(&lines)
	decoder.UseNumber()
	for _, article := range articles {
		var event map[string]any
		if err := decoder.Decode(&event); err != nil {
			t.Fatalf("%v", err)
		}
		words := said(article)
		eachLeaf(event, "", func(key, leaf string) {
			for _, part := range strings.Split(leaf, "\n\n") {
				if !strings.ContainsRune(part, 0xfffd) && !tells(words, part) && !tells(lists, part) {
					t.Errorf("%s %q is not on the page, where\n%.2000s", key, part, words)
				}
			}
		})
	}
}

// tells reports whether words have a text of the record: as it is, without its markup, as an address, as a date in
// words or as the name of an event's part of the page.
func tells(words, text string) bool {
	forms := []string{text, markup.Plain(text), "e-" + fragment(text)}
	if web, ok := sanitize.WebAddress(text); ok {
		forms = append(forms, web)
	}
	if d, ok := edtf.Read(text); ok {
		forms = append(forms, d.String())
	}
	return slices.ContainsFunc(forms, func(form string) bool {
		return strings.Contains(words, strings.Join(strings.Fields(sanitize.Line(form)), " "))
	})
}

// eachLeaf calls do with every string and every number of a value of JSON, and with the keys that lead there. A key of
// the writer's own is a fact too.
func eachLeaf(value any, at string, do func(key, leaf string)) {
	switch v := value.(type) {
	case string:
		do(at, v)
	case json.Number:
		do(at, v.String())
	case []any:
		for _, one := range v {
			eachLeaf(one, at, do)
		}
	case map[string]any:
		for key, one := range v {
			if strings.HasSuffix(at, ".other") {
				do(at, key)
			}
			eachLeaf(one, at+"."+key, do)
		}
	}
}

// checkCast fails unless the page finds by each actor the events that the index does.
func checkCast(t failing, p parsed, x *index.Index, s index.Selection) {
	found := map[string][]int{} // number of an actor on the page -> events
	for n, article := range p.all("article") {
		numbers, _ := attribute(article, "data-a")
		for _, number := range strings.Fields(numbers) {
			found[number] = append(found[number], s.At(n))
		}
	}
	members := map[string]string{} // id -> number
	for n, option := range p.all("option") {
		if id, takesPart := attribute(option, "data-id"); takesPart {
			members[id] = strconv.Itoa(n + 1)
		}
	}
	known := 0
	for a := range x.Timeline().Actors() {
		involving := x.Involving(timeline.ActorRef(a)).Selection().And(s)
		if involving.Len() == 0 {
			continue
		}
		known++
		var want []int
		for n := range involving.Len() {
			want = append(want, involving.At(n))
		}
		number := members[sanitize.Line(x.Timeline().Actor(timeline.ActorRef(a)).ID)]
		if !slices.Equal(found[number], want) {
			t.Errorf("by %s the page does not find the events %v", x.Timeline().ActorName(timeline.ActorRef(a)), want)
		}
	}
	if known != len(members) {
		t.Errorf("%d actors take part, and %d are listed", known, len(members))
	}
}

func check(t failing, x *index.Index, s index.Selection) {
	p := parse(t, x, s, Options{})
	checkMade(t, p)
	checkFacts(t, p, x, s)
	checkCast(t, p, x, s)
}

func TestCuratedRecord(t *testing.T) {
	x := curated(t)
	for _, q := range []string{"", "actor:yermak", "since:2025-09", "date:2025-09-07"} {
		check(t, x, asked(t, x, q))
	}
}

func TestHostileRecords(t *testing.T) {
	for _, text := range append(testrecord.Hostile(), nasty...) {
		t.Run(fmt.Sprintf("%.20q", text), func(t *testing.T) {
			x := recordOf(testrecord.EveryField(text))
			check(t, x, asked(t, x, ""))
		})
	}
}

// nasty are texts that mean something to a browser.
var nasty = []string{
	"<script>alert(1)</script>", "</script><img src=x onerror=alert(1)>", "</title></style></main>", "<!-- ", "-->", "]]>",
	`" onmouseover="alert(1)`, "' x='", "javascript:alert(1)", "JaVaScRiPt:alert(1)//https://example.org/", "data:text/html,x",
	"&lt;b&gt;", "&#106;avascript:", "{{.}}", "{{template \"head\"}}", "<b>bold</b> [a](javascript:alert(1)) <https://x.example>",
	"[b](https://example.org/a'b)", "a b", "e-x", "#s1", "%2e%41", "a%20b", "~61~", "s1", "\\", "`${x}`", "é\u0301", "שלום <i>", "📅",
}

func TestAnyRecord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(rapid.SampledFrom(append(testrecord.Hostile(), nasty...)), 1, 3).Draw(t, "parts")
		x := recordOf(testrecord.EveryField(strings.Join(parts, rapid.SampledFrom([]string{"", " ", "\n\n"}).Draw(t, "between"))))
		check(t, x, x.Select(query.Query{}))
	})
}
