package load

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"dateline/timeline"
)

// A shapedField is a key of an event, with a text or a list of texts.
type shapedField struct {
	key  string
	text string
	list []string
	many bool // whether a map of languages has the text, where there may be maps
}

// shapedEvents draws events whose texts have words of their own, such as w17, by which each can be found again.
func shapedEvents(t *rapid.T) [][]shapedField {
	keys := []string{
		"date", "year", "start_date", "Date", "created_at", "title", "name", "headline", "Title", "summary", "text",
		"description", "actors", "who", "people", "company", "tags", "keywords", "location", "city", "country", "type",
		"category", "status", "url", "link", "source", "sources", "notes", "quotes", "claims", "figures", "related",
		"importance", "Impact Areas", "x", "end", "group", "month", "author",
	}
	words := 0
	word := func() string {
		words++
		return fmt.Sprintf("w%d", words)
	}
	events := make([][]shapedField, rapid.IntRange(1, 4).Draw(t, "events"))
	for i := range events {
		for _, key := range rapid.SliceOfNDistinct(rapid.SampledFrom(keys), 2, 9, rapid.ID).Draw(t, "keys") {
			f := shapedField{key: key}
			switch rapid.IntRange(0, 6).Draw(t, "kind") {
			case 0:
				f.text = rapid.SampledFrom([]string{"2025-09-08", "8 September 2025", "1914-18", "04/05/2024", "44 BC"}).Draw(t, "date")
			case 1:
				f.text = "https://example.org/" + word()
			case 2:
				f.text = strings.ToUpper(word()) + "; Mira " + word()
			case 3:
				f.list = []string{word(), "Jon " + word()}
			case 5:
				f.list = respelled(t, "Jon "+word())
			case 4:
				f.text = "<b>" + word() + "</b> & more, says " + word()
			default:
				f.text = word() + " came and " + word() + " went."
			}
			f.many = f.list == nil && rapid.IntRange(0, 4).Draw(t, "languages") == 0
			events[i] = append(events[i], f)
		}
	}
	return events
}

// respelled draws spellings of a name that may all be one actor.
func respelled(t *rapid.T, name string) []string {
	return rapid.SliceOfNDistinct(rapid.SampledFrom([]string{
		name, name + ".", strings.ReplaceAll(name, " ", "-"), strings.ToUpper(name), "The " + name, "“" + name + "”",
		name + " (US senator)", name + " (race driver)", name + " (JWN)",
	}), 2, 5, rapid.ID).Draw(t, "spellings")
}

// anyWord matches the begin of a word such as w17.
var anyWord = regexp.MustCompile(`(?i)\bw(\d)`)

// asMaps returns events as trees.
func asMaps(events [][]shapedField) (all []map[string]any) {
	for _, e := range events {
		m := map[string]any{}
		for _, f := range e {
			switch m[f.key] = f.text; {
			case f.list != nil:
				m[f.key] = f.list
			case f.many:
				m[f.key] = map[string]any{"en-US": f.text, "de": anyWord.ReplaceAllString(f.text, "w7$1")}
			}
		}
		all = append(all, m)
	}
	return all
}

// table writes events as rows, with a separator between cells.
func table(events [][]shapedField, separator rune) string {
	var head []string
	for _, e := range events {
		for _, f := range e {
			if !slices.Contains(head, f.key) {
				head = append(head, f.key)
			}
		}
	}
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	w.Comma = separator
	_ = w.Write(head) // nor does Write fail into a buffer below
	for _, e := range events {
		row := make([]string, len(head))
		for _, f := range e {
			if row[slices.Index(head, f.key)] = f.text; f.list != nil {
				row[slices.Index(head, f.key)] = strings.Join(f.list, "; ")
			}
		}
		_ = w.Write(row)
	}
	w.Flush()
	return out.String()
}

// toml writes events as tables of TOML, whose texts and lists are those of JSON.
func toml(events [][]shapedField) string {
	var out strings.Builder
	for _, e := range events {
		out.WriteString("[[events]]\n")
		for _, f := range e {
			var value any = f.text
			if f.list != nil {
				value = f.list
			}
			fmt.Fprintf(&out, "%q = %s\n", f.key, inJSON(value))
		}
	}
	return out.String()
}

// icalendar writes events as entries, each value with a parameter that has words of its own, such as w817, and every
// third in an alarm.
func icalendar(events [][]shapedField) string {
	names := []string{
		"SUMMARY", "DESCRIPTION", "LOCATION", "ATTENDEE", "ATTACH", "CATEGORIES", "URL", "DTSTART", "UID", "X-NOTE",
	}
	params := []string{"LANGUAGE", "PARTSTAT", "FMTTYPE", "X-A", "ROLE", "VALUE", "TZID"}
	escape := strings.NewReplacer("\\", "\\\\", ",", "\\,", ";", "\\;")
	var out strings.Builder
	out.WriteString("BEGIN:VCALENDAR\n")
	for _, e := range events {
		out.WriteString("BEGIN:VEVENT\n")
		for i, f := range e {
			for n, value := range append(slices.Clone(f.list), f.text) {
				if value == "" {
					continue
				}
				said := anyWord.ReplaceAllString(strings.ReplaceAll(value, `"`, "'"), "w8$1")
				at := len(f.key) + i + n
				line := fmt.Sprintf("%s;%s=\"%s\":%s\n", names[at%len(names)], params[at%len(params)], said, escape.Replace(value))
				if at%3 == 0 {
					line = "BEGIN:VALARM\n" + line + "END:VALARM\n"
				}
				out.WriteString(line)
			}
		}
		out.WriteString("END:VEVENT\n")
	}
	return out.String() + "END:VCALENDAR\n"
}

// inJSON returns a tree as JSON.
func inJSON(tree any) string {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	if err := e.Encode(tree); err != nil {
		panic(err)
	}
	return strings.TrimSpace(out.String())
}

// inYAML returns a tree as YAML.
func inYAML(tree any) string {
	text, err := yaml.Marshal(tree)
	if err != nil {
		panic(err)
	}
	return string(text)
}

// No value of any file is dropped, whatever the shape of the file and whatever its keys are taken for.
func TestNoValueOfAnyShapeIsLost(t *testing.T) {
	own := regexp.MustCompile(`(?i)\bw\d+\b`)
	rapid.Check(t, func(t *rapid.T) {
		events := shapedEvents(t)
		maps := asMaps(events)
		byID, lines, pages := map[string]any{}, "", ""
		for i, m := range maps {
			byID[fmt.Sprintf("id-%d", i)] = m
			lines += inJSON(m) + "\n"
			pages += "---\n" + inYAML(m)
		}
		for name, text := range map[string]string{
			"list.yaml":    inYAML(maps),
			"pages.yaml":   pages,
			"ids.yaml":     inYAML(byID),
			"groups.yaml":  inYAML(map[string]any{"groups": []any{map[string]any{"name": "w9001", "items": maps}}}),
			"list.json":    inJSON(maps),
			"record.json":  inJSON(map[string]any{"title": "w9002", "timeline": maps}),
			"deep.json":    inJSON(map[string]any{"data": map[string]any{"items": maps, "note": "w9003"}}),
			"lines.jsonl":  lines,
			"table.csv":    table(events, ','),
			"table.tsv":    table(events, '\t'),
			"semi.csv":     table(events, ';'),
			"tables.toml":  toml(events),
			"days.ics":     icalendar(events),
			"page.md":      "---\n" + inYAML(maps[0]) + "---\n\nBody w9004\n",
			"json-page.md": inJSON(maps[0]) + "\n\nBody w9005\n",
		} {
			p := Files(context.Background(), []File{InMemory(name, []byte(text))}, nil)
			record := p.Index.Timeline()
			loaded := loadedLines(t, p.Index) + record.Title() + "\n" + record.Description()
			for _, f := range record.Other() {
				loaded += "\n" + f.Key + ": " + f.Value
			}
			for a := range record.Actors() { // of the head of a record, which no event need have
				loaded += fmt.Sprintf("\n%+v", *record.Actor(timeline.ActorRef(a)))
			}
			for s := range record.Sources() {
				loaded += fmt.Sprintf("\n%+v", *record.Source(timeline.SourceRef(s)))
			}
			for _, spelled := range spellingsOf(events[:firstOnly(name, len(events))]) {
				if !strings.Contains(loaded, spelled) {
					t.Fatalf("%s: the spelling %s is lost of\n%s\nin\n%s", name, spelled, text, loaded)
				}
			}
			found := own.FindAllString(strings.ToLower(loaded), -1)
			for _, word := range own.FindAllString(text, -1) {
				if !slices.Contains(found, strings.ToLower(word)) {
					t.Fatalf("%s: %s is lost of\n%s\nin\n%s", name, word, text, loaded)
				}
			}
		}
	})
}

// spellingsOf returns the items of all lists of events.
func spellingsOf(events [][]shapedField) (all []string) {
	for _, e := range events {
		for _, f := range e {
			all = append(all, f.list...)
		}
	}
	return all
}

// firstOnly returns how many of n events a file of that name has: a page has one.
func firstOnly(name string, n int) int {
	if strings.HasSuffix(name, ".md") {
		return 1
	}
	return n
}
