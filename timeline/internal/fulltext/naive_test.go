package fulltext

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/timeline"
	"dateline/timeline/fold"
	"dateline/timeline/internal/intset"
	"dateline/timeline/internal/parallel"
	"dateline/timeline/internal/testbuild"
)

// foldedFields returns every field of event i in which words are looked for, folded and between spaces.
func foldedFields(t *timeline.Timeline, i int) []string {
	e := t.Event(i)
	fields := append([]string{e.Title, e.Summary, e.Location}, e.Tags...)
	names := func(actor timeline.ActorRef) {
		if actor != timeline.NoActor {
			a := t.Actor(actor)
			fields = append(append(fields, a.Name), a.Aliases...)
			fields = append(fields, values(a.Other)...)
		}
	}
	for _, part := range e.Actors {
		names(part.Actor)
		fields = append(append(fields, part.Name), part.Also...)
	}
	for actor := range e.EachSpeaker {
		names(actor)
	}
	for _, q := range e.Quotes {
		fields = append(fields, q.Text)
	}
	for _, f := range e.Figures {
		fields = append(fields, f.Label)
	}
	for _, c := range e.Claims {
		fields = append(fields, c.Text)
	}
	for _, s := range e.Cited() {
		fields = append(fields, values(t.Source(s).Other)...)
	}
	fields = append(append(fields, e.Notes...), values(e.Other)...)
	for n, field := range fields {
		fields[n] = " " + fold.Fold(field) + " "
	}
	return fields
}

func values(fields []timeline.Field) []string {
	var texts []string
	for _, f := range fields {
		texts = append(texts, f.Value)
	}
	return texts
}

// naive returns the events of which a field has the needle.
func naive(fields [][]string, needle string) []int32 {
	var found []int32
	for i := range fields {
		if slices.ContainsFunc(fields[i], func(field string) bool { return strings.Contains(field, needle) }) {
			found = append(found, int32(i))
		}
	}
	return found
}

// oddPieces are what texts are made of: words, and signs that fold in ways of their own.
var oddPieces = []string{
	"the", "The", "TALKS", "talks", "a", "s", "us", "U.S.", "U.S", "e.g.", "Mr. T", "3.5", "1990s", "7",
	"Kyiv's", "Kyiv’s",
	"'tis", "dogs' ", "rock 'n' roll", "x_y", "a@b", "[", "`", "{", "|", "}", "~", "\x7f", "\x00", "\x01", "\x05", "AT&T",
	" ", " ", " ", "  ", "\n", "\n\n", "\t", ".", "...", ", ", "-", "–", " — ", "“", "”", "\u00a0", "…",
	"é", "e\u0301", "\u0301", "Zürich", "Łódź", "ß", "ẞ", "ﬁ", "Ａ", "\u212a", "ſ", "İ", "ı", "½", "㎏",
	"Зеленський", "зустріч", "й", "и\u0306", "\u0306", "ЇЖАК", "Ґ", "中", "会談", "か", "\u3099", "か\u3099", "が", "ไทย", "한국",
	"א", "\u05b0", "\u200b", "\u200d", "\u00ad", "\ufeff", "\xff", "\xd0", "😀",
	"&amp;", "<b>", "**", "[talks](http://the.us)",
}

// oddText returns texts of such pieces, some long, so that there are lengths of every kind.
func oddText() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		var b strings.Builder
		for range rapid.IntRange(0, 8).Draw(t, "pieces") {
			b.WriteString(rapid.SampledFrom(oddPieces).Draw(t, "piece"))
			if rapid.IntRange(0, 2).Draw(t, "apart") > 0 {
				b.WriteByte(' ')
			}
		}
		if times := rapid.SampledFrom([]int{1, 1, 1, 1, 2, 5, 20, 300}).Draw(t, "times"); times > 1 {
			return strings.Repeat(b.String(), times)
		}
		return b.String()
	})
}

// oddDraft fills in an event with odd texts.
func oddDraft(t *rapid.T, d *testbuild.Draft, e *timeline.EventDraft) {
	text := func(name string) string { return oddText().Draw(t, name) }
	speaker := func() timeline.Mention {
		name := rapid.SampledFrom([]string{"", "Rubio", "MARCO  Rubio", "Él", "Nobody"}).Draw(t, "speaker")
		if name == "" {
			return timeline.NoMention
		}
		return d.Mention(name)
	}
	e.Type, e.Status, e.Location, e.Summary = text("type"), text("status"), text("location"), text("summary")
	e.Markup = rapid.IntRange(0, 5).Draw(t, "markup") == 0
	for range rapid.IntRange(0, 2).Draw(t, "items") {
		e.Tags = append(e.Tags, text("tag"))
		e.Notes = append(e.Notes, text("note"))
		e.Related = append(e.Related, text("related"))
		e.Quotes = append(e.Quotes, timeline.QuoteDraft{By: speaker(), Text: text("quote"), Source: timeline.NoCitation})
		e.Claims = append(e.Claims, timeline.ClaimDraft{
			By: speaker(), Text: text("claim"), Status: text("status"), Source: timeline.NoCitation,
		})
		e.Figures = append(e.Figures, timeline.FigureDraft{
			Label: text("label"), Value: text("value"), Unit: text("unit"), By: speaker(), Source: timeline.NoCitation,
		})
		e.Other = append(e.Other, timeline.Field{Key: text("key"), Value: text("other")})
		e.Sources = append(e.Sources, d.Source(timeline.Source{Title: text("title"), Other: []timeline.Field{
			{Key: "note", Value: text("of the source")},
		}}))
	}
	for i := range e.Actors {
		e.Actors[i].Role = text("role")
	}
}

// oddRecord draws a record of some files, in which events stand in any order and some twice.
func oddRecord(t *rapid.T) *timeline.Timeline {
	b := timeline.NewBuilder()
	for file := range rapid.IntRange(1, 3).Draw(t, "files") {
		d := testbuild.NewDraft()
		if file == 0 {
			d.Actor("rubio", "Marco Rubio", timeline.Person, "", "Rubio, О’Рубіо")
		}
		for range rapid.IntRange(1, 5).Draw(t, "events") {
			day := rapid.SampledFrom([]string{"2025-09-08", "2014", "2022-02-24", ""}).Draw(t, "day")
			actors := rapid.SampledFrom([]string{"", "Rubio", "Rubio; marco RUBIO; the US", "Él; Rubio"}).Draw(t, "actors")
			edit := func(e *timeline.EventDraft) { oddDraft(t, d, e) }
			d.Event(day, oddText().Draw(t, "title"), actors, edit)
		}
		b.Absorb(d.Batch, fmt.Sprint(file))
		if rapid.Bool().Draw(t, "twice") {
			b.Absorb(d.Batch, fmt.Sprint(file))
		}
	}
	return b.Timeline(true)
}

// oddNeedle draws what may be looked for: a part of what the record has, or something like that.
func oddNeedle(t *rapid.T, fields [][]string) string {
	text := rapid.SampledFrom(fields[rapid.IntRange(0, len(fields)-1).Draw(t, "event")]).Draw(t, "field")
	if rapid.IntRange(0, 3).Draw(t, "other") == 0 {
		text = " " + fold.Fold(oddText().Draw(t, "needle")) + " "
	}
	from := rapid.IntRange(0, len(text)).Draw(t, "from")
	if space := strings.LastIndexByte(text[:from], ' '); space >= 0 && rapid.IntRange(0, 2).Draw(t, "word") > 0 {
		from = space
	}
	needle := text[from:][:rapid.IntRange(0, min(len(text)-from, 30)).Draw(t, "length")]
	if len(strings.ReplaceAll(needle, " ", "")) == 0 || len(needle) < 2 {
		return " us"
	}
	return needle
}

// TestSearchIsNaiveSearch holds what is found in records of all kinds of text against a look at every field.
func TestSearchIsNaiveSearch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tl := oddRecord(t)
		var fields [][]string
		for i := range tl.Len() {
			fields = append(fields, foldedFields(tl, i))
		}
		words := New(tl, listedIn(tl), citedIn(tl), parallel.All())
		for range 20 {
			needle := oddNeedle(t, fields)
			checkSearch(t, words, needle, naive(fields, needle), tl.Len())
		}
	})
}

// checkSearch looks for a needle in all events, and among some of them.
func checkSearch(t interface{ Fatalf(string, ...any) }, words *Index, needle string, want []int32, events int) {
	words.cache.entries = nil
	found := intset.NewBits(events)
	words.Search(context.Background(), needle, nil, found)
	if got := slices.Collect(found.All()); !slices.Equal(got, want) {
		t.Fatalf("%q is found in %v, want %v", needle, got, want)
	}
	words.cache.entries = nil
	for one := range events {
		within, found := intset.NewBits(events), intset.NewBits(events)
		within.Set(int32(one))
		words.searchEvents(context.Background(), words.newNeedle(needle), within, found)
		words.searchNames(words.newNeedle(needle), found)
		if got := found.Has(int32(one)); got != slices.Contains(want, int32(one)) {
			t.Fatalf("%q is found in %d alone: %t", needle, one, got)
		}
	}
}

// FuzzSearch looks for a part of what a title or a summary folds to, and for what another text folds to.
func FuzzSearch(f *testing.F) {
	for _, piece := range oddPieces {
		f.Add("The U.S. "+piece+" talks", "Kyiv’s "+piece, piece+" the", uint(3), uint(9), false)
	}
	f.Add(strings.Repeat("e", 't'), strings.Repeat("議談 ", 90)+"en", "t", uint(0), uint(3), true)
	f.Fuzz(func(t *testing.T, title, summary, other string, from, size uint, markup bool) {
		d := testbuild.NewDraft()
		for _, text := range []string{title, summary} {
			d.Event("2025", text, "", func(e *timeline.EventDraft) {
				e.Summary, e.Notes, e.Type, e.Markup = summary+other, []string{text + title}, other, markup
			})
		}
		b := timeline.NewBuilder()
		b.Absorb(d.Batch, "")
		tl := b.Timeline(true)
		fields := [][]string{foldedFields(tl, 0), foldedFields(tl, 1)}
		words := New(tl, listedIn(tl), nil, parallel.All())
		for _, text := range []string{fields[0][0], fields[0][1], " " + fold.Fold(other) + " "} {
			begin := from % uint(len(text))
			needle := text[begin:min(begin+size%64, uint(len(text)))]
			if len(needle) > 1 && strings.Trim(needle, " ") != "" {
				checkSearch(t, words, needle, naive(fields, needle), tl.Len())
			}
		}
	})
}

// citedIn returns for each source of t the events that cite it.
func citedIn(t *timeline.Timeline) *intset.Rows {
	b := intset.NewRowsBuilder(t.Len(), t.Len())
	for i := range t.Len() {
		for _, source := range t.Event(i).Cited() {
			b.Add(int32(source))
		}
		b.End()
	}
	events := b.Done()
	rows := events.Invert(t.Sources())
	return &rows
}
