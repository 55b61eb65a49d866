package spellings_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/timeline"
	"dateline/timeline/internal/spellings"
	"dateline/timeline/load"
	"dateline/timeline/review"
)

// found returns who is who by names that each have as many events as they come: "Same = a, b; perhaps c", and "Part of
// Body = ; " for one that is a part, those with nothing to say left out.
func found(names ...string) string {
	var text strings.Builder
	text.WriteString("events:\n")
	for i, name := range names {
		fmt.Fprintf(&text, "  - {date: 2025, title: e%d, actors: [%q]}\n", i, name)
	}
	x := load.Files(context.Background(), []load.File{load.InMemory("x.yaml", []byte(text.String()))}, nil).Index
	t := x.Timeline()
	var said []string
	for _, a := range spellings.Find(t, x.ListedIn) {
		of := ""
		if a.Of != timeline.NoActor {
			of = " of " + named(t, a.Of)
		} else if len(a.Same)+len(a.Maybe)+len(a.Probably) == 0 {
			continue
		}
		said = append(said, named(t, a.Ref)+of+" = "+named(t, a.Same...)+"; "+named(t, slices.Concat(a.Probably, a.Maybe)...))
	}
	return strings.TrimSpace(strings.Join(said, " | "))
}

func named(t *timeline.Timeline, refs ...timeline.ActorRef) string {
	var names []string
	for _, ref := range refs {
		names = append(names, t.ActorName(ref))
	}
	return strings.Join(names, ", ")
}

// Of a person the plain name is the name, however often the others come.
func TestThePlainNameIsTheName(t *testing.T) {
	for _, other := range []string{
		"Sen. Marco Rubio", "President Marco Rubio", "Dr. Marco Rubio", "Secretary of State Marco Rubio", "Rubio, Marco",
		"Marco Rubio, Secretary of State", "Senator Marco Rubio", "Mr. Marco Rubio", "Former Senator Marco Rubio",
		"Prof. Marco Rubio", "Justice Marco Rubio",
	} {
		got := found(other, other, "Marco Rubio", "Ann Lee", "Ann Lee", "Ann Lee")
		if want := "Marco Rubio = " + other + ";"; got != want {
			t.Errorf("%s: %s, want %s", other, got, want)
		}
	}
	if got := found("DOJ", "DOJ", "Department of Justice"); got != "DOJ = Department of Justice;" {
		t.Error(got)
	}
}

// Whom a warning calls probably one are at least side by side.
func TestWhatIsProbableIsNamed(t *testing.T) {
	var text strings.Builder
	text.WriteString("actors: [{name: Mira Solanin}]\nevents:\n")
	for i, name := range []string{
		"Volodymyr Zelensky", "Volodymyr Zelenskyy", "Kyrylo Budanov", "K. Budanov", "Mira Solanin", "Mira Solenin", "Defence Ministry",
		"Ministry of Defence", "Donald Trump", "Donald J. Trump", "Sen. Ann Leeward", "Ann Leeward", "SEC",
		"Securities and Exchange Commission", "Co-operation Group", "Cooperation Group", "Sen. Solanin",
	} {
		fmt.Fprintf(&text, "- {date: 2025, title: e%d, actors: [%q]}\n", i, name)
	}
	x := load.Files(context.Background(), []load.File{load.InMemory("x.yaml", []byte(text.String()))}, nil).Index
	beside := map[[2]timeline.ActorRef]bool{}
	for _, a := range spellings.Find(x.Timeline(), x.ListedIn) {
		one := append([]timeline.ActorRef{a.Ref}, a.Same...)
		for i, b := range append(one, a.Probably...) {
			for j, c := range one {
				beside[[2]timeline.ActorRef{b, c}] = i != j
				beside[[2]timeline.ActorRef{c, b}] = i != j
			}
		}
	}
	doubles := review.Doubles(t.Context(), x)
	if len(doubles) < 7 {
		t.Fatal(doubles)
	}
	for _, d := range doubles {
		if !beside[[2]timeline.ActorRef{d.Actor, d.Same}] {
			t.Errorf("%s is not beside %s", named(x.Timeline(), d.Actor), named(x.Timeline(), d.Same))
		}
	}
}

func TestFind(t *testing.T) {
	for _, test := range []struct {
		names []string
		want  string
	}{
		{
			[]string{
				"Department of Justice", "Department of Justice", "DOJ", "U.S. Department of Justice", "Justice Department",
				"US Justice Dept.", "Department of Energy",
			},
			"Department of Justice = DOJ, U.S. Department of Justice, Justice Department, US Justice Dept.; ",
		},
		{
			[]string{"Donald Trump", "Donald Trump", "President Donald Trump", "Donald J. Trump", "Donald Trump Jr.", "Trump"},
			"Donald Trump = ; President Donald Trump, Donald J. Trump", // Trump may be either
		},
		{[]string{"Marco Rubio", "Marco Rubio", "Rubio", "Senator Rubio"}, "Marco Rubio = ; Rubio, Senator Rubio"},
		{
			[]string{"Marco Rubio", "Marco Rubio", "Rubio, Marco", "Marco Rubio, Secretary of State"},
			"Marco Rubio = Rubio, Marco, Marco Rubio, Secretary of State; ",
		},
		{[]string{"DHS Secretary Kristi Noem", "Kristi Noem", "Kristi Noem"}, "Kristi Noem = DHS Secretary Kristi Noem; "},
		{
			[]string{"George W. Bush", "George W. Bush", "George H. W. Bush", "George Bush"},
			"George W. Bush = ; George Bush | George H. W. Bush = ; George Bush",
		},
		{[]string{"FBI", "FBI", "Federal Bureau of Investigation"}, "FBI = Federal Bureau of Investigation; "},
		{[]string{"Network Booking Coordinators", "NBC"}, "Network Booking Coordinators = ; NBC"},
		{
			[]string{"Ministry of Defence", "Ministry of Defence", "Russian Ministry of Defense", "US Ministry of Defence"},
			"Ministry of Defence = ; US Ministry of Defence",
		},
		{[]string{"United States Congress", "Congress", "U.S. Congress"}, "United States Congress = Congress, U.S. Congress; "},
		{[]string{"Boeing", "Boeing", "Boeing Inc.", "The Boeing Corporation"}, "Boeing = Boeing Inc., The Boeing Corporation; "},
		{
			[]string{"John Adams (2nd president)", "John Adams (2nd president)", "John Adams (composer)"},
			"John Adams (2nd president) = ; John Adams (composer)",
		},
		{[]string{"John Smith", "John Smith", "Smith, John (1900-1950)"}, "John Smith = ; Smith, John (1900-1950)"},
		{[]string{"Cory Gardner (NV)", "Cory Gardner (NV)", "Cory Gardner (CO)"}, "Cory Gardner (NV) = ; Cory Gardner (CO)"},
		{[]string{"Ministry of Health (Ukraine)", "Ministry of Health (Georgia)", "MOH"}, "both"},
		{[]string{"John Smith", "John Smith", "Rep. John Smith", "Sen. John Smith"}, "John Smith = ; Rep. John Smith, Sen. John Smith"},
		{[]string{"Sen. John Smith", "Sen. John Smith", "Judge John Smith"}, "Sen. John Smith = ; Judge John Smith"},
		{[]string{"Gen. John Smith", "Gen. John Smith", "Dr. John Smith"}, "Gen. John Smith = ; Dr. John Smith"},
		{[]string{"John Paul", "John Paul", "Pope John Paul"}, "John Paul = ; Pope John Paul"},
		{[]string{"John Smith", "John Smith", "Rep. John Smith", "John Smith Jr."}, "John Smith = ; Rep. John Smith"},
		{[]string{"Pam Bondi", "Pam Bondi", "Attorney General Pam Bondi"}, "Pam Bondi = Attorney General Pam Bondi; "},
		{[]string{"MOD", "Ministry of Defence", "Museum of Design"}, "both"},
		{[]string{"FNB", "First National Bank", "Free Nomad Band"}, "both"},
		{
			[]string{"Department of Justice (DOJ)", "Department of Justice (DOJ)", "Justice Department", "Justice Department (Texas)"},
			"Department of Justice = Justice Department; Justice Department (Texas)",
		},
		{
			[]string{"DOJ", "DOJ", "Department of Justice", "DOJ Antitrust Division", "Antitrust Division (DOJ)"},
			"DOJ = Department of Justice;  | DOJ Antitrust Division of DOJ = Antitrust Division (DOJ); ",
		},
		{
			[]string{
				"Department of Justice", "Department of Justice", "Civil Rights Division of the Department of Justice",
				"US Justice Department Civil Rights Division", "Department of Justice Office of Legal Counsel",
				"U.S. Department of Justice - Access to Justice Office", "Department of Justice Personnel", "Justice Department Building",
			},
			"Civil Rights Division of the Department of Justice of Department of Justice = " +
				"US Justice Department Civil Rights Division;  | " +
				"Department of Justice Office of Legal Counsel of Department of Justice = ;  | " +
				"U.S. Department of Justice - Access to Justice Office of Department of Justice = ; ",
		},
		{[]string{"Texas Department of Justice", "Department of Justice", "US Department of Justice Antitrust Division"}, ""},
		{[]string{"Meta", "Meta", "Meta Security Division", "Mira Sol", "Mira Sol Office"}, ""},
		{
			[]string{"Irish Data Protection Commission (DPC)", "Irish Data Protection Commission (DPC)", "Domestic Policy Council"},
			"Irish Data Protection Commission = ; Domestic Policy Council",
		},
		{[]string{"Mercury", "Mercury", "Mercury (planet)", "Mercury (Queen)"}, "Mercury = ; Mercury (planet), Mercury (Queen)"},
		{[]string{"Bosnia and Herzegovina", "Georgia", "US", "United", "Steel", "US Steel"}, ""},
	} {
		got := strings.TrimSpace(found(test.names...))
		if test.want == "both" { // of two names that the initials fit, none is joined
			if n := strings.Count(got, " = ;"); n == 0 || n != strings.Count(got, " = ") {
				t.Errorf("%q: %s", test.names, got)
			}
			continue
		}
		if got != strings.TrimSpace(test.want) {
			t.Errorf("%q:\ngot  %s\nwant %s", test.names, got, test.want)
		}
	}
}
