package load

import "testing"

// One text of several sources is parted at semicolons and ends of lines, whatever key it is under, and never within an
// address or an item of a list.
func TestSeveralSourcesInOneText(t *testing.T) {
	for text, want := range map[string]string{
		"sources: 'ISW; Liveuamap'":                         " <ISW> <Liveuamap>",
		"source: 'BBC; CNN'":                                " <BBC> <CNN>",
		"source: 'BBC;CNN;'":                                " <BBC> <CNN>",
		"source: \"ISW\\nReuters\"":                         " <ISW> <Reuters>",
		"references: \"- ISW\\n- https://a.org\"":           " <ISW> <https://a.org>",
		"sources: 'https://a.org; https://b.org'":           " <https://a.org> <https://b.org>",
		"source: 'https://a.org;https://b.org'":             " <https://a.org> <https://b.org>",
		"source: 'https://a.org https://b.org'":             " <https://a.org> <https://b.org>",
		"source: 'BBC; https://b.org'":                      " <BBC> <https://b.org>",
		"source: 'https://a.org/x;id=1?b;c'":                " <https://a.org/x;id=1?b;c>",
		"source: 'AT&amp;T'":                                " <AT&amp;T>",
		"sources: ['ISW; Reuters']":                         " <ISW; Reuters>",
		"source: 'Reuters, 5 May 2020'":                     " <Reuters, 5 May 2020>",
		"source: '[A](https://a.org); [B](https://b.org)'":  " <A https://a.org> <B https://b.org>",
		"source: 'Ministry of Trade and Industry, Lisbon.'": " <Ministry of Trade and Industry, Lisbon.>",
	} {
		got := outline(loadText(t, "x.yaml", "- {date: 2020, title: T, "+text+"}\n").Index.Timeline())[0]
		if got != "2020 | T"+want {
			t.Errorf("%s: %s", text, got)
		}
	}
	got := outline(loadText(t, "x.csv", "date,title,url\n2020,T,https://a.org; https://b.org\n").Index.Timeline())[0]
	if got != "2020 | T <https://a.org> <https://b.org>" {
		t.Errorf("url: %s", got)
	}
}
