package load

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What stands in tables and JSON is read by the words of its keys and by the other values of its columns. A false date
// is worse than none.
func TestColumnsOfOthers(t *testing.T) {
	for name, test := range map[string]struct {
		file, text string
		want       []string
	}{
		"rows are events whatever their keys are": {
			"x.csv", "name,type,parent,url,year\nA,t,p,https://a.org,2001\nB,t,p,https://b.org,2002\n",
			[]string{"2001 | A = t <https://a.org>", "2002 | B = t <https://b.org>"},
		},
		"words of keys": {
			"x.csv", "name_tr,name_en,date_ce,date_hijri,location_tr\nBedir,Badr,624,2,Hicaz\nUhud,Uhud,625,3,Medine\n",
			[]string{"0624 | Badr @ Hicaz", "0625 | Uhud @ Medine"},
		},
		"years by their column": {
			"x.json", `[{"name":"A","begin":-10000,"end":-4500},{"name":"B","begin":-551,"end":-479},{"name":"C","begin":27,"end":476},
			{"name":"D","begin":1492,"end":1500}]`,
			[]string{"-9999/-4499 | A", "-0550/-0478 | B", "0027/0476 | C", "1492/1500 | D"},
		},
		"serial numbers give way": {
			"x.csv", "event,start,end,startForHumans,endForHumans\nA,15706,16070,43 AD,44 AD\nB,-20088,-19359,55 BCE,54 BCE\n",
			[]string{"-0054/-0053 | B", "0043/0044 | A"},
		},
		"seconds are no years": {
			"x.json", `[{"title":"A","start":0,"end":300},{"title":"B","start":300,"end":1200},{"title":"C","start":1200}]`,
			[]string{" | A", " | B", " | C"},
		},
		"prices are no years": {"x.csv", "product,start_price\nMug,100\nCup,200\n", []string{" | Mug", " | Cup"}},
		"years of two digits": {"x.csv", "name,year\nA,98\nB,07\n", []string{" | A", " | B"}},
		"the era beside it":   {"x.csv", "name,year,era\nA,44,BC\nB,1066,AD\n", []string{"-0043 | A", "1066 | B"}},
		"an unread date gives way to what agrees": {
			"x.json", `[{"title":"A","date":"18 janvier à 18h","ts":"20180118T180000"},
			{"title":"B","date":"le 5 mai","ts":"20180118T180000"},{"title":"C","date":"TBA","created_at":"2020-01-01"}]`,
			[]string{"2018-01-18T18:00:00 | A", " | B", " | C"},
		},
		"an end that cannot be": {
			"x.csv", "name,date,end\nA,2024-05-01,2023-01-01\n", []string{"2024-05-01 | A"},
		},
		"dates of others": {
			"x.csv", "name,Artist Begin Date,updated_at,Object Begin Date\nCoin,1794,2024-01-01,1853\n", []string{"1853 | Coin"},
		},
		"the date of a group": {
			"x.yaml", "- year: 2019\n  events:\n    - {title: A, month: March}\n    - {title: B, date: 2019-05-06}\n    - {title: C}\n",
			[]string{"2019 | C", "2019-03 | A", "2019-05-06 | B"},
		},
		"a map of years": {
			"x.json", `{"2017":{"events":[{"title":"A","month":5},{"title":"B"}]},"2018":{"events":[{"title":"C"}]}}`,
			[]string{"2017 | B", "2017-05 | A", "2018 | C"},
		},
		"a row of numbers": {"x.csv", "YEAR,MONTH,MISSIONS\n1965,10,15751\n", []string{"1965-10 | MISSIONS: 15751"}},
		"a title that is a number": {
			"x.csv", "title,name,date\n1,Badr,1924-01-02\n", []string{"1924-01-02 | Badr"},
		},
		"a title in HTML": {
			"x.json", `[{"name":"<b>Fish &amp; chips</b>","year":1999}]`, []string{"1999 | Fish & chips"},
		},
		"Wikidata": {
			"x.csv", "item,itemLabel,date,locationLabel\nhttp://www.wikidata.org/entity/Q1,VE Day,1945-05-08T00:00:00Z,Berlin\n",
			[]string{"1945-05-08T00:00:00Z | VE Day @ Berlin"},
		},
	} {
		record := loadText(t, test.file, test.text).Index.Timeline()
		var got []string
		for _, line := range outline(record) {
			line, _, _ = strings.Cut(line, " #")
			got = append(got, line)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// A list in which no key means a date is found by its values, and the error says what to type.
func TestMapIsOfferedForValues(t *testing.T) {
	text := "[[timeline]]\nheading = \"TODAY\"\n\n[[timeline]]\nheading = \"May 2026\"\ncontent = \"A\"\n\n" +
		strings.Repeat("[[timeline]]\nheading = \"June 2025\"\ncontent = \"B\"\n\n", 8)
	p := loadText(t, "x.toml", text)
	if n := p.Index.Timeline().Len(); n != 10 || !strings.Contains(p.Problems.String(), "--map date=heading") {
		t.Errorf("%d events, %s", n, p.Problems)
	}
	var o Options
	if err := o.AddMap("date=stamp"); err != nil {
		t.Fatal(err)
	}
	log := `{"log":[{"stamp":"2020","what":"A"},{"stamp":"2021","what":"B"}]}`
	mapped := o.Files(context.Background(), []File{textFile("x.json", log)}, nil)
	if diff := cmp.Diff([]string{"2020 | A", "2021 | B"}, outline(mapped.Index.Timeline())); diff != "" {
		t.Error(diff)
	}
}

// What is written in a list is one item of it, and marks are taken off a name wherever it is.
func TestItemsAreOne(t *testing.T) {
	got := outline(loadText(t, "x.yaml", "- date: 2025-01-01\n  title: A\n  actors: ['@mira', {actor: '@jon', role: host}]\n"+
		"  sources: ['https://a.org/x;https://b.org', https://c.org]\n").Index.Timeline())
	want := []string{"2025-01-01 | A + mira + jon (host) <https://a.org/x;https://b.org> <https://c.org>"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
