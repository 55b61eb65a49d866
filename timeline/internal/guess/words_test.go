package guess

import (
	"strings"
	"testing"

	"dateline/timeline/edtf"
)

// A key that no table names means what one of its words does, weakly; keys of the record or of a life mean no date.
func TestMeantByWords(t *testing.T) {
	for key, want := range map[string]string{
		"date_local": "date", "date_ce": "date", "report_date": "date", "startForHumans": "date", "year_ce": "date", "at": "date",
		"ts": "date", "CreatedDate": "date", "Date Taken": "date", "reign_start": "date", "endForHumans": "end",
		"name_en": "title", "title_fr": "title", "battleName": "title", "eventLabel": "title", "Name of Conflict": "",
		"description_en": "summary", "Location(s)": "location", "location_tr": "location", "countryLabel": "location actors",
		"Belligerents (victorious)": "actors", "participants_list": "actors", "actor1": "actors", "commanders": "actors",
		"event_link": "sources", "News1 URL": "sources", "date_hijri": "", "last_updated_date": "", "date_modified": "",
		"birth_date": "date", "author_birth_date": "", "checked_at": "", "date_precision": "", "end_result": "", "altStart": "",
		"Artist Begin Date": "", "AccessionYear": "", "expires_on": "", "ClosedDate": "", "file_name": "", "artist_name": "actors",
		"venue_name": "location", "image_url": "", "hour_of_day": "",
	} {
		if got := strings.Join(roles(key), " "); strings.ReplaceAll(got, "!", "") != want {
			t.Errorf("%q means %q, want %q", key, got, want)
		}
	}
	if better, worse := Meant("name_en")[0].Rank, Meant("name_tr")[0].Rank; better >= worse {
		t.Error("a name in English is no better than others")
	}
	if whole, byWord := Meant("deadline")[0].Rank, Meant("date_local")[0].Rank; whole >= byWord {
		t.Error("a whole name is no better than a word")
	}
}

func TestMayBe(t *testing.T) {
	date, _ := edtf.Parse("2018-01-18")
	for text, want := range map[string]bool{
		"18 janvier à 18h": true, "1er janvier 18:00": false, "TBA": true, "12-16 XI 2024": false, "januari 2018": true,
		"le 18 janvier 2018": true, "-3287182": true,
	} {
		if MayBe(text, date) != want {
			t.Errorf("%q may be %s: %v", text, date, !want)
		}
	}
}

func TestIsCode(t *testing.T) {
	for text, want := range map[string]bool{
		"Q362": true, "/a/2025.html": true, "289fe6341fc94e64e37d463a20255f6005204875": true, "PLbZzXF2qC3RueNOg": true,
		"e3df2ecd-1111-2222": true, "operational": false, "A talk": false, "WebAssembly": false, "Apollo 11": false,
	} {
		if IsCode(text) != want {
			t.Errorf("%q is a code: %v", text, !want)
		}
	}
}
