package index

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"dateline/timeline"
	"dateline/timeline/internal/testbuild"
)

// politicians returns an index of actors as a record spells them, without aliases.
func politicians() *Index {
	d := testbuild.NewDraft()
	for _, name := range []string{
		"Volodymyr Zelensky", "Andriy Yermak", "Kyrylo Budanov", "Marco Rubio", "Donald Trump", "Steve Witkoff",
		"Jared Kushner", "Володимир Путін", "Юрій Ушаков", "Сергей Лавров", "Keir Starmer", "Emmanuel Macron",
		"Friedrich Merz", "Ursula von der Leyen", "Recep Tayyip Erdoğan", "Rustem Umerov", "Yulia Svyrydenko",
		"Andrii Sybiha", "Oleksandr Syrskyi", "Valerii Zaluzhnyi", "Petro Poroshenko", "Yulia Tymoshenko",
		"Mykhailo Fedorov", "Vasyl Malyuk", "Денис Шмигаль", "习近平", "Aleksandr Lukashenko", "Viktor Orbán",
		"Volker Türk", "António Guterres", "Rafael Grossi", "Kirill Dmitriev", "Ramzan Kadyrov", "Dmytro Kuleba",
		"White House", "Presidential Office", "National Anti-Corruption Bureau of Ukraine",
		"Security Service of Ukraine", "Ukraine", "Russia", "United States",
	} {
		d.Actor("", name, "", "", "")
	}
	d.Event("2025", "x", "Yulia Tymoshenko", nil)
	return New(d.Done())
}

func TestSearchActors(t *testing.T) {
	x := politicians()
	for _, tt := range []struct{ text, want string }{
		{"zelensky", "Volodymyr Zelensky"},
		{"Zelenskyy", "Volodymyr Zelensky"},
		{"zelenskiy", "Volodymyr Zelensky"},
		{"Selenskyj", "Volodymyr Zelensky"},
		{"Зеленський", "Volodymyr Zelensky"},
		{"Зеленский", "Volodymyr Zelensky"},
		{"зелен", "Volodymyr Zelensky"},
		{"vladimir zelensky", "Volodymyr Zelensky"},
		{"yermak", "Andriy Yermak"},
		{"ermak", "Andriy Yermak"},
		{"Єрмак", "Andriy Yermak"},
		{"Ермак", "Andriy Yermak"},
		{"yerm", "Andriy Yermak"},
		{"yemrak", "Andriy Yermak"},
		{"Буданов", "Kyrylo Budanov"},
		{"putin", "Володимир Путін"},
		{"ushakov", "Юрій Ушаков"},
		{"yuri ushakov", "Юрій Ушаков"},
		{"lavrov", "Сергей Лавров"},
		{"sergey lavrov", "Сергей Лавров"},
		{"Лаврів", "Сергей Лавров"},
		{"rubio marco", "Marco Rubio"},
		{"Рубіо", "Marco Rubio"},
		{"rubyo", "Marco Rubio"},
		{"Уіткофф", "Steve Witkoff"},
		{"vitkoff", "Steve Witkoff"},
		{"witkof", "Steve Witkoff"},
		{"Макрон", "Emmanuel Macron"},
		{"erdogan", "Recep Tayyip Erdoğan"},
		{"Ердоган", "Recep Tayyip Erdoğan"},
		{"svyridenko", "Yulia Svyrydenko"},
		{"sibiga", "Andrii Sybiha"},
		{"Sirski", "Oleksandr Syrskyi"},
		{"Залужный", "Valerii Zaluzhnyi"},
		{"shmyhal", "Денис Шмигаль"},
		{"shmygal", "Денис Шмигаль"},
		{"近平", "习近平"},
		{"orban", "Viktor Orbán"},
		{"turk", "Volker Türk"},
		{"guteres", "António Guterres"},
		{"dmitriyev", "Kirill Dmitriev"},
		{"Kadirov", "Ramzan Kadyrov"},
		{"Lukashenka", "Aleksandr Lukashenko"},
		{"yulia", "Yulia Tymoshenko"}, // who has more events than the other
		{"vdl", "Ursula von der Leyen"},
		{"nabu", "National Anti-Corruption Bureau of Ukraine"},
		{"whitehouse", "White House"},
		{"ukraine", "Ukraine"}, // before those with more words
		{"anti corruption", "National Anti-Corruption Bureau of Ukraine"},
	} {
		got := "nobody"
		if matches := x.SearchActors(tt.text); len(matches) > 0 {
			got = x.Timeline().Actor(matches[0].Actor).Name
		}
		if got != tt.want {
			t.Errorf("%q finds %s, want %s", tt.text, got, tt.want)
		}
	}
	if got := x.SearchActors("qwertz"); len(got) != 0 {
		t.Errorf("qwertz finds %v", got)
	}
	if got := x.SearchActors(" "); len(got) != x.Timeline().Actors() {
		t.Errorf("nothing typed finds %d", len(got))
	}
}

func TestSearchActorsShowsWhatMatched(t *testing.T) {
	d := testbuild.NewDraft()
	d.Actor("yermak", "Andriy Yermak", timeline.Person, "", "Єрмак")
	d.Actor("leyen", "Ursula von der Leyen", timeline.Person, "", "")
	x := New(d.Done())
	for _, tt := range []struct{ text, want string }{
		{"yer", "Andriy [Yer]mak"},
		{"Єр", "[Єр]мак"},
		{"yermak and", "[And]riy [Yermak]"},
		{"yemrak", "Andriy [Yermak]"},
		{"vdl", "Ursula von der Leyen"},
	} {
		m := x.SearchActors(tt.text)[0]
		shown := m.Name
		for _, r := range slices.Backward(m.Ranges()) {
			shown = shown[:r[0]] + "[" + shown[r[0]:r[1]] + "]" + shown[r[1]:]
		}
		if diff := cmp.Diff(tt.want, shown); diff != "" {
			t.Errorf("%q: %s", tt.text, diff)
		}
	}
}

// Whatever begins a word of a name finds its actor, each actor comes once, and what is marked lies in the name.
func TestSearchActorsFindsBeginnings(t *testing.T) {
	x := New(testbuild.Synthetic(10, 300))
	rapid.Check(t, func(t *rapid.T) {
		a := timeline.ActorRef(rapid.IntRange(0, x.Timeline().Actors()-1).Draw(t, "actor"))
		words := strings.Fields(x.Timeline().Actor(a).Name)
		word := rapid.SampledFrom(words).Draw(t, "word")
		text := word[:rapid.IntRange(1, len(word)).Draw(t, "letters")]
		seen := make(map[timeline.ActorRef]bool)
		for _, m := range x.SearchActors(text) {
			if seen[m.Actor] {
				t.Fatalf("%q finds %v twice", text, m)
			}
			seen[m.Actor] = true
			for _, r := range m.Ranges() {
				if r[0] < 0 || r[0] >= r[1] || r[1] > len(m.Name) {
					t.Fatalf("%q marks %v", text, m)
				}
			}
		}
		if !seen[a] {
			t.Fatalf("%q does not find %s", text, x.Timeline().Actor(a).Name)
		}
	})
}

// A short word that begins otherwise than a name is no slip of it: "zork" means neither Merz nor Forces.
func TestShortWordsThatBeginOtherwiseFindNobody(t *testing.T) {
	d := testbuild.NewDraft()
	d.Actor("", "Armed Forces", "", "", "")
	d.Actor("", "Friedrich Merz", "", "", "")
	x := New(d.Done())
	for text, want := range map[string]int{"zork": 0, "nerz": 0, "mers": 1, "emrz": 1, "forx": 1} {
		if found := x.SearchActors(text); len(found) != want {
			t.Errorf("%q finds %d, want %d: %v", text, len(found), want, found)
		}
	}
}
