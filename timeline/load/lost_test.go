package load

import (
	"context"
	"os"
	"path"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"dateline/timeline/markup"
)

// No text or number of a file that nobody wrote for dateline is missing from what is loaded, whatever its shape.
func TestNoScalarIsLost(t *testing.T) {
	entries, err := os.ReadDir("testdata/door")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		name := entry.Name()
		if ext := path.Ext(name); ext != ".yaml" && ext != ".json" && ext != ".geojson" || entry.IsDir() {
			continue
		}
		t.Run(name, func(t *testing.T) {
			text, err := os.ReadFile("testdata/door/" + name)
			if err != nil {
				t.Fatal(err)
			}
			p := Files(context.Background(), []File{InMemory(name, text)}, nil)
			record := p.Index.Timeline()
			loaded := loadedLines(t, p.Index) + record.Title() + "\n" + record.Description()
			for _, f := range record.Other() {
				loaded += "\n" + f.Key + ": " + f.Value
			}
			loaded = strings.NewReplacer(`\"`, `"`, `\\`, `\`).Replace(loaded)
			decoder := yaml.NewDecoder(strings.NewReader(strings.ReplaceAll(string(text), "\t", " ")))
			for {
				var doc yaml.Node
				if decoder.Decode(&doc) != nil {
					break
				}
				for _, value := range scalars(&doc, nil) {
					if !strings.Contains(loaded, value) && !strings.Contains(loaded, markup.Plain(value)) {
						t.Errorf("%q is lost of\n%s\n%s", value, text, loaded)
					}
				}
			}
		})
	}
}

// scalars returns the values of a tree that say something, without its keys.
func scalars(n *yaml.Node, found []string) []string {
	if n.Kind == yaml.ScalarNode && n.Tag != "!!null" && n.Value != "" {
		return append(found, strings.TrimSpace(n.Value))
	}
	for i, child := range n.Content {
		if n.Kind != yaml.MappingNode || i%2 == 1 {
			found = scalars(child, found)
		}
	}
	return found
}
