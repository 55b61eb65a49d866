package load

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"dateline/timeline"
	"dateline/timeline/testrecord"
)

// shapeKeys are the keys of the events in shapesOf: the format's own, and those of a file that nobody wrote for it.
var shapeKeys = map[string][]string{
	"own":     {"date", "title", "summary", "type", "location", "actors", "tags", "sources", "score"},
	"foreign": {"When", "Headline", "Description", "Kind", "Where", "People", "Topics", "URL", "Score"},
}

// shapesOf returns the events of a generated record as a file of each format, by its name, with keys of the format's own
// and of others. The dates of others are 04/05/2024, of which some say the order of day and month, and their actors are
// in one text, which other events tell from one name; so all of it has to be read twice.
func shapesOf(b *testing.B, events int) map[string]string {
	b.Helper()
	generated := testrecord.Generate(events)
	shapes := map[string]string{"own.yaml": generated}
	record := loadText(b, "record.yaml", generated).Index.Timeline()
	for kind, keys := range shapeKeys {
		var yaml, lines, table strings.Builder
		rows := csv.NewWriter(&table)
		if err := rows.Write(keys); err != nil {
			b.Fatal(err)
		}
		var e timeline.Event
		for i := range record.Len() {
			record.Read(i, &e)
			values := shapeValues(record, &e, i, kind == "foreign")
			if err := rows.Write(values); err != nil {
				b.Fatal(err)
			}
			lines.WriteString("{")
			for k, value := range values {
				text, err := json.Marshal(value)
				if err != nil {
					b.Fatal(err)
				}
				lines.WriteString([2]string{`"`, `,"`}[min(k, 1)] + keys[k] + `":` + string(text))
				yaml.WriteString([2]string{"- ", "  "}[min(k, 1)] + keys[k] + ": " + string(text) + "\n")
			}
			lines.WriteString("}\n")
		}
		rows.Flush()
		shapes[kind+".jsonl"], shapes[kind+".csv"] = lines.String(), table.String()
		if kind == "foreign" {
			shapes[kind+".yaml"] = yaml.String()
		}
	}
	return shapes
}

// shapeValues returns the values of an event for the keys of shapeKeys.
func shapeValues(record *timeline.Timeline, e *timeline.Event, i int, foreign bool) []string {
	date, between := e.Date.EDTF(), "; "
	if day := e.Date.Earliest().String(); foreign && len(day) == len("1900-01-01") {
		date = day[5:7] + "/" + day[8:] + "/" + day[:4]
	}
	if foreign {
		between = ", "
	}
	var names []string
	for _, p := range e.Actors {
		names = append(names, record.Actor(p.Actor).Name)
	}
	if i%3 == 0 && len(names) > 1 {
		names = names[:1]
	}
	source := ""
	if len(e.Sources) > 0 {
		source = record.Source(e.Sources[0]).URL
	}
	return []string{
		date, e.Title, e.Summary, e.Type, e.Location, strings.Join(names, between), strings.Join(e.Tags, between), source,
		strconv.Itoa(i % 97),
	}
}

// BenchmarkShapes reads the same events from plain YAML, and from what is not: lines of JSON and a table, each also with
// keys of others, and YAML with those. It reports the most memory that the process took (peak-MB).
func BenchmarkShapes(b *testing.B) {
	const events = 100_000
	shapes := shapesOf(b, events)
	for _, name := range []string{
		"own.yaml", "own.jsonl", "own.csv", "foreign.yaml", "foreign.jsonl", "foreign.csv",
	} {
		b.Run(name, func(b *testing.B) {
			text := []byte(shapes[name])
			resetPeak()
			b.ReportAllocs()
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				p := Files(context.Background(), []File{InMemory(name, text)}, nil)
				if t := p.Index.Timeline(); t.Len() != events || p.Problems.Errors() > 0 {
					b.Fatalf("%d events\n%.3000s", t.Len(), p.Problems)
				}
			}
			if peak := peakMemory(); peak > 0 {
				b.ReportMetric(float64(peak)/1e6, "peak-MB")
			}
		})
	}
}
