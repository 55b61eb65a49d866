package load

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline/sanitize"
)

var update = flag.Bool("update", false, "write the golden files of testdata anew")

// TestProblemReports compares what is printed of every bad file with the file beside it.
func TestProblemReports(t *testing.T) {
	bad, err := filepath.Glob("testdata/bad-*.[ym]*")
	if err != nil || len(bad) == 0 {
		t.Fatal("no bad records", err)
	}
	for _, name := range bad {
		base := filepath.Base(name)
		t.Run(base, func(t *testing.T) {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			p := loadText(t, base, string(text))
			got := p.Problems.String()
			for i := range p.Index.Timeline().Len() {
				e := p.Index.Timeline().Event(i)
				got += "\n" + strings.Join([]string{e.ID, e.Date.String(), sanitize.Line(e.Title)}, " | ")
			}
			got += "\n"
			golden := strings.TrimSuffix(name, filepath.Ext(name)) + ".txt"
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
				t.Errorf("report (- as in %s, + as now):\n%s", golden, diff)
			}
		})
	}
}
