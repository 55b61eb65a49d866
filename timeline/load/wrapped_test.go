package load

import (
	"context"
	"strings"
	"testing"
)

// The date and the title of an event are read in what programs write around a value, be it a map of languages or of the
// type of the value; when the record was made is no date of the event; and nothing is lost.
func TestValuesThatProgramsWrap(t *testing.T) {
	const made = `"createdAt":"2023-05-01T10:00:00.000Z"`
	for text, want := range map[string]string{
		`{"items":[{"sys":{"id":"w1",` + made + `},"fields":{"title":{"en-US":"A"},"date":{"en-US":"2019-03-04"}}}]}`:                               "2019-03-04 A",
		`{"items":[{"sys":{` + made + `},"fields":{"title":{"de":"B","en":"A"},"date":{"de":"2019-03-04"}}}]}`:                                      "2019-03-04 A",
		`{"items":[{"sys":{` + made + `},"fields":{"name":{"it":"A","fr":"B"},"startDate":{"it":"4 March 2019"}}}]}`:                                "2019-03-04 A",
		`{"items":[{"metadata":{"tags":[]},"sys":{` + made + `},"fields":{"title":"A","eventDate":"2019-03-04"}}]}`:                                 "2019-03-04 A",
		`{"items":[{"sys":{` + made + `},"fields":{"title":{"en-US":"A"},"date":{"en-US":"long ago"}}}]}`:                                           " A",
		`[{"_id":"w1","_createdAt":"2023-01-01","title":{"_type":"localeString","en":"A","no":"B"},"date":{"en":"2019"}}]`:                          "2019 A",
		`[{` + made + `,"headline":{"pt-BR":"A"},"when":{"pt-BR":"2019-03-04"}}]`:                                                                   "2019-03-04 A",
		`[{"created":[{"value":"2023-01-01"}],"title":[{"value":"A"}],"field_date":[{"value":"2019-03-04"}]}]`:                                      "2019-03-04 A",
		`[{"title":"A","date":{"_seconds":1551657600,"_nanoseconds":0}}]`:                                                                           "2019-03-04T00:00:00Z A",
		`{"documents":[{"fields":{"title":{"stringValue":"A"},"date":{"timestampValue":"2019-03-04"}},"createTime":"2023-01-01T00:00:00Z"}]}`:       "2019-03-04 A",
		`{"bindings":[{"date":{"type":"literal","value":"2019-03-04"},"eLabel":{"xml:lang":"en","type":"literal","value":"The summit"}}]}`:          "2019-03-04 The summit",
		`{"events":{"-Na":{"title":"A","date":"2019-03-04"},"-Nb":{"title":"B","date":"2020"}}}`:                                                    "2019-03-04 A, 2020 B",
		`[{"title":"A","time":{"seconds":30,"nanoseconds":0}}]`:                                                                                     " A",
		`[{"title":"A","date":"2019","participants":{"de":["Ann w1"],"fr":["Bob w2"]}}]`:                                                            "2019 A",
		`[{"type":"event","first_publication_date":"2023-01-01","data":{"title":[{"type":"heading1","text":"A","spans":[]}],"date":"2019-03-04"}}]`: "2019-03-04 A",
		`[{"meta":{"date":"2019-03-04"},"content":{"title":"A"}},{"meta":{"date":"2020"},"content":{"title":"B"}}]`:                                 "2019-03-04 A, 2020 B",
	} {
		p := Files(context.Background(), []File{textFile("x.json", text)}, nil)
		var got []string
		record := p.Index.Timeline()
		for n := range record.Len() {
			e := record.Event(n)
			got = append(got, e.Date.EDTF()+" "+e.Title)
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s: %q, want %s\n%s", text, got, want, p.Problems)
		}
		loaded := loadedLines(t, p.Index)
		for _, word := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(`{}[]",`, r) }) {
			if strings.Trim(word, ":0123456789") != "" && !strings.HasPrefix(word, ":") && !strings.Contains(loaded, word) &&
				!strings.Contains(text, `"`+word+`":`) {
				t.Errorf("%s: %q is lost in\n%s", text, word, loaded)
			}
		}
	}
}
