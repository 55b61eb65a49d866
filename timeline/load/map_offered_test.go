package load

import (
	"context"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline/diag/rule"
)

// offeredMap matches a map of keys that is offered, as it is typed in a shell.
var offeredMap = regexp.MustCompile(`--map ((?:"[^"]*"|'[^']*'|[^ ;"'` + "`" + `])+)`)

// Each map of keys that is offered is taken by the program as it is offered, and dates the same events.
func TestOfferedMapsAreTaken(t *testing.T) {
	offered := 0
	check := func(t *testing.T, files []File) {
		before := Files(context.Background(), files, nil)
		said := slices.Clone(before.Problems)
		for _, g := range before.Groups {
			said = append(said, g.Problem())
		}
		for _, one := range said {
			match := offeredMap.FindStringSubmatch(one.Hint)
			if match == nil || match[1] == "date=KEY" {
				continue
			}
			offered++
			var o Options
			if err := o.AddMap(strings.Trim(strings.NewReplacer(`"`, "").Replace(match[1]), "'")); err != nil {
				t.Errorf("%s is offered: %s", match[0], err)
				continue
			}
			after := o.Files(context.Background(), files, nil)
			if diff := cmp.Diff(datesOf(before), datesOf(after)); diff != "" && one.Rule == rule.RoleGuessed {
				t.Errorf("%s: - as guessed, + as said:\n%s", match[0], diff)
			}
			for _, p := range after.Problems {
				if p.Rule == rule.BadMapping || p.Rule == rule.UnusedMapping {
					t.Errorf("%s is offered, and refused: %s", match[0], p)
				}
			}
		}
	}
	entries, err := os.ReadDir("testdata/door")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		name := path.Join("testdata/door", entry.Name())
		if strings.HasSuffix(name, ".golden") {
			continue
		}
		t.Run(entry.Name(), func(t *testing.T) {
			files := []File(nil)
			if entry.IsDir() {
				files, _ = Folder(os.DirFS(name), entry.Name())
			} else if text, err := os.ReadFile(name); err == nil {
				files = []File{InMemory(entry.Name(), text)}
			}
			check(t, files)
		})
	}
	for name, text := range map[string]string{
		"keys of two tables.toml": "[[events]]\ndate = 1979-05-27\ntitle = \"A\"\n[[events]]\nwhen = 1979-05-27\nname = \"B\"\n" +
			"[[events]]\nyear = 1980\nname = \"C\"\n",
		"one of two keys.json": `[{"published_at":"2020-01-01","name":"A","body":"x"},{"published_at":"2020-01-02","tag_name":"v2"}]`,
		"one key for two roles.json": `{"events":[{"start_date":{"year":"2020"},"text":{"headline":"A","text":"x"}},` +
			`{"start_date":{"year":"2021"},"text":{"headline":"B","text":"y"}}]}`,
		"a key of ours beside.csv":    "date,when,what\n2020-01-01,3 May 2021,A\n,4 May 2021,B\n",
		"a key of ours later.json":    `[{"when":"2020-01-01","what":"A"},{"date":"2021","when":"2022","title":"T","what":"B"}]`,
		"a title of ours beside.json": `[{"x":"5 May 2020","was":"A"},{"date":"2021","x":"6 May 2022","title":"T","was":"B"}]`,
		"parts of the end.csv":        "Year,Month,Day,End Year,End Month,End Day,Headline\n2011,12,12,2012,1,27,A\n2013,1,2,2013,2,3,B\n",
		"a life.csv":                  "Name,Born,Died\nAnn,10 December 1815,27 November 1852\nBob,23 June 1912,7 June 1954\n",
		"a day beside its year.csv":   "Year,Date,Event\n1914,June 28,A\n1914,28 July,B\n1915,x,C\n",
		"a comma in a key.csv":        "\"Date, local\",What\n2020-01-01,A\n2021-01-01,B\n",
		"blanks and signs.csv":        "Start Date ($),What's up,Event Name\n2020-01-01,A,B\n2021-01-01,B,C\n",
		"several actors.csv":          "date,what,actor1,actor2\n2020,A,Ann,Bob\n2021,B,Ann,Cy\n",
		"another spelling.yaml":       "- {date: 2020, headline: T, summary: [[1]], description: x}\n- {date: 2021, headline: U}\n",
	} {
		t.Run(name, func(t *testing.T) { check(t, []File{InMemory(name, []byte(text))}) })
	}
	t.Run("files of two kinds", func(t *testing.T) {
		check(t, []File{
			textFile("ours.yaml", "- {date: 2020, title: A}\n- {date: 2021, title: B}\n"),
			textFile("theirs.csv", "when,what\n2020-01-01,C\n2021-01-01,D\n"),
		})
	})
	if offered < 20 {
		t.Errorf("only %d maps are offered", offered)
	}
}

// datesOf returns the dates of all events that have one, in their order.
func datesOf(p Progress) (all []string) {
	for i := range p.Index.Timeline().Len() {
		all = append(all, p.Index.Timeline().Date(i).EDTF())
	}
	slices.Sort(all)
	return all
}
