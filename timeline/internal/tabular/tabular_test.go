package tabular_test

import (
	"fmt"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/internal/tabular"
)

// read returns the rows of a table, each as "key=value key=value", and what was reported.
func read(name, text string) (rows, said string) {
	problems := diag.NewList(diag.MaxProblems)
	var out strings.Builder
	tabular.Each(diag.NewFile(name, text), text, &problems, func(event *yaml.Node) bool {
		for i := 0; i < len(event.Content); i += 2 {
			v := event.Content[i+1]
			fmt.Fprintf(&out, "%s=%q@%d:%d ", event.Content[i].Value, v.Value, v.Line, v.Column)
		}
		out.WriteString("\n")
		return true
	})
	return out.String(), problems.Found().String()
}

func TestTry(t *testing.T) {
	for _, text := range []string{
		"date,title,actors,summary\n2025-01-01,One talk,Mira Sol; Jon Vale,\"First: a talk\"\n2025-01-02,Two talks,Mira Sol,Second\n",
		"sep=;\r\ndate;title\r\n2025;é;x\r\n\r\n;;\r\n2026\r\n",
		"Data Source,World Bank\n\n# c\ndate,title,,title\n2025-01-01,\"a\nb, c\",é,\"x \"\"y\"\"\"\n2025-01-02,5\" pipe,b,c\n2025-01-03,\"open,b,c\n2025-01-04,\"He said \"hi\" to\nus\",b,c\n",
		"2025-01-01,One talk,5\n2025-01-02,Two,6\n",
		"| date | title |\n|---|:---:|\n| 2025 | A talk |\n",
		"date\n2025\n",
		"date\ttitle\n2025\t\"Foo\" bar\tx\n",
		"\ufeff#date,title\n2025,'=1+1\n",
	} {
		rows, said := read("x.csv", text)
		t.Logf("%s--\n%s%s", text, rows, said)
	}
}
