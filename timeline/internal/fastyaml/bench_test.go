package fastyaml_test

import (
	"strings"
	"testing"

	"dateline/timeline/internal/fastyaml"
)

// benchShapes are one event as people and programs write it, by what is odd about it.
func benchShapes() map[string]string {
	const plain = `  - id: ev-0000001
    date: 2025-09-08
    title: Talks meeting on guarantees with the envoy after sanctions
    actors: [Grace Quispe, Boris Xu, Leila Fujimoto]
    location: Geneva
    type: meeting
    tags: [tag-1, topic-2]
    sources: [source-1]
    summary: >-
      Summit of the council and minister on the border with a package for the region.
      Statement before a vote in parliament on the budget and the loan for the port.
      Inquiry into the ruling of the court on gas and oil at a price for the election.
      Transformer of the power plant hit by a drone in the attack on the river village.
`
	begin := strings.Index(plain, "    summary:")
	head, summary := plain[:begin], plain[begin:]
	text := strings.TrimSuffix(strings.SplitN(summary, "\n", 2)[1], "\n")
	line := strings.ReplaceAll(strings.TrimSpace(text), "\n      ", " ")
	lines := strings.Split(strings.TrimSpace(text), "\n      ")
	keys := strings.NewReplacer(`id:`, `"id":`, `date:`, `"date":`, `title:`, `"title":`, `actors:`, `"actors":`,
		`location:`, `"location":`, `type:`, `"type":`, `tags:`, `"tags":`, `sources:`, `"sources":`)
	return map[string]string{
		"plain":                plain,
		"empty lines":          head + "    summary: " + strings.Join(lines, "\n\n      ") + "\n",
		"escapes":              head + `    summary: "` + strings.ReplaceAll(line, " the ", ` th\u00e9\n`) + "\"\n",
		"letters as escapes":   head + `    summary: "` + strings.Repeat(`\u041A\u0438\u0457\u0432 `, 20) + "\"\n",
		"wrapped quotes":       head + `    summary: "` + strings.Join(lines, "\\\n      \\ ") + "\"\n",
		"kept lines":           head + "    summary: |+\n" + text + "\n\n",
		"an indentation":       head + "    summary: |2-\n" + text + "\n",
		"deeper lines":         head + "    summary: >\n" + strings.ReplaceAll(text, "\n", "\n        - ") + "\n",
		"missing values":       plain + "    end:\n    notes: # none\n",
		"a hyphen alone":       "  -\n" + strings.Replace(plain, "  - id", "    id", 1),
		"quoted keys":          keys.Replace(plain),
		"keys of others":       plain + "    date added: x\n    größe: 1\n    dc.type: y\n",
		"tabs":                 head + "    summary: " + strings.ReplaceAll(line, " on ", "\ton ") + "\n",
		"JSON":                 `  - {"id": "ev-0000001", "date":"2025-09-08", "actors": ["Grace Quispe", "Boris Xu"], "n": -5, "summary": "` + line + "\"}\n",
		"text in brackets":     "  - {id: ev-0000001, date: 2025-09-08, summary: " + strings.Join(lines, "\n      ") + ", end: }\n",
		"comments in it":       strings.Replace(plain, "[Grace Quispe,", "[Grace Quispe, # host\n      # and\n     ", 1),
		"links":                strings.Replace(plain, "[source-1]", "[https://example.org?id=1&x=2, https://example.org/a#b]", 1),
		"lists and text below": strings.Replace(head, "[Grace Quispe, Boris Xu, Leila Fujimoto]", "\n    - Grace Quispe\n    -\n      Boris Xu\n    - - a\n      - b", 1) + "    summary:\n" + text + "\n",
	}
}

// BenchmarkItem reads the same event in each shape, with the time for each byte beside that of the plain one.
func BenchmarkItem(b *testing.B) {
	for name, event := range benchShapes() {
		b.Run(name, func(b *testing.B) {
			text := strings.Repeat(event, 1000)
			var r fastyaml.Reader
			b.ReportAllocs()
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				r.Open(text, 0)
				for at, _ := r.Pos(); at < len(text); at, _ = r.Pos() {
					if r.Item(2) == nil {
						b.Fatalf("this is not understood:\n%s", event)
					}
					r.Reset()
				}
			}
		})
	}
}
