package timeline

import (
	"context"
	"fmt"
	"testing"

	"gopkg.in/yaml.v3"
)

// plainRecord is what a program without this package would read a record into.
type plainRecord struct {
	Title  string
	Actors []struct {
		ID, Name, Kind string
		Aliases        []string
	}
	Sources []struct{ ID, Title, Publisher, URL string }
	Events  []struct {
		ID, Date, Title, Summary, Type, Location string
		Actors, Tags, Sources                    []string
		Quotes                                   []struct{ By, Text, Source string }
		Figures                                  []struct{ Label, Value, Unit string }
	}
}

// BenchmarkLoad measures Load beside yaml.Unmarshal of the same bytes, into structs and into nodes.
func BenchmarkLoad(b *testing.B) {
	for _, events := range []int{1_000, 10_000} {
		text := generate(events)
		files := []File{textFile("generated.yaml", text)}
		run := func(name string, load func() error) {
			b.Run(fmt.Sprintf("%s/%d", name, events), func(b *testing.B) {
				b.ReportAllocs()
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					if err := load(); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
		run("load", func() error {
			if p := Load(context.Background(), files, nil); p.Index.Timeline().Len() != events || len(p.Problems) > 0 {
				return fmt.Errorf("%d events, %s", p.Index.Timeline().Len(), p.Problems)
			}
			return nil
		})
		run("unmarshal-structs", func() error { return yaml.Unmarshal([]byte(text), new(plainRecord)) })
		run("unmarshal-nodes", func() error { return yaml.Unmarshal([]byte(text), new(yaml.Node)) })
	}
}
