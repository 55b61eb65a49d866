package load

import (
	"slices"
	"testing"
)

// The key that only says that these are events is no tag of theirs, and what is beside them tells the record.
func TestKeysOfListsThatOnlySayEvents(t *testing.T) {
	for _, c := range []struct {
		name, text, title string
		tags              []string
	}{
		{
			"TimelineJS", `{"events": [{"start_date": {"year": "2001"}, "text": {"headline": "a"}}],
			"eras": [{"start_date": {"year": "2001"}, "end_date": {"year": "2002"}, "text": {"headline": "b"}}]}`, "",
			[]string{"eras"},
		},
		{"the first TimelineJS", `{"timeline": {"headline": "The head", "text": "About", "type": "default", "date": [
			{"startDate": "2011,12,10", "headline": "a", "text": "x"}, {"startDate": "2012,1,6", "headline": "b"}],
			"era": [{"startDate": "2011", "endDate": "2012", "headline": "c"}]}}`, "The head", []string{"era"}},
		{
			"others", `{"births": [{"date": "2001", "title": "a"}], "deaths": [{"date": "2002", "title": "b"}]}`, "",
			[]string{"births", "deaths"},
		},
	} {
		p := Files(t.Context(), []File{InMemory("a.json", []byte(c.text))}, nil)
		record, tags := p.Index.Timeline(), []string(nil)
		for i := range record.Len() {
			tags = append(tags, record.Event(i).Tags...)
		}
		slices.Sort(tags)
		if !slices.Equal(slices.Compact(tags), c.tags) || record.Title() != c.title {
			t.Errorf("%s: %q with the tags %q\n%s", c.name, record.Title(), tags, p.Problems)
		}
	}
}

// Who did something is not what happened.
func TestNamesOfPersonsAreNoTitles(t *testing.T) {
	for text, want := range map[string]string{
		`"type": "updateCard", "data": {"card": {"name": "Buy milk"}}, "memberCreator": {"fullName": "Ann Ex"}`: "Buy milk",
		`"verb": "opened", "issue": {"name": "It fails"}, "createdByUser": {"title": "Dr. Ann Ex"}`:             "It fails",
		`"task": {"name": "Buy milk"}, "creator": {"displayName": "Ann Ex"}`:                                    "Buy milk",
		`"card": {"name": "Buy milk"}, "by": {"firstName": "Ann", "lastName": "Ex"}`:                            "Buy milk",
		`"event": {"name": "Buy milk"}, "reporter": {"heading": "Ann Ex"}`:                                      "Buy milk",
	} {
		text = `[{"date": "2020-05-06", ` + text + `}, {"date": "2020-05-07", ` + text + `}]`
		p := Files(t.Context(), []File{InMemory("a.json", []byte(text))}, nil)
		if got := p.Index.Timeline().Event(0).Title; got != want {
			t.Errorf("%s: %q", text, got)
		}
	}
}
