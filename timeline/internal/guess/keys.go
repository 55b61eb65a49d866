package guess

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A Role is what a key of an event is for.
type Role uint8

// The roles that a key of others can fill.
const (
	Nothing Role = iota
	Date
	End
	Title
	Summary
	Type
	Status
	Location
	Actors
	Tags
	Sources
)

// roleKeys are the format's own keys for the roles.
var roleKeys = [...]string{
	"", "date", "end", "title", "summary", "type", "status", "location", "actors", "tags", "sources",
}

// String returns the format's own key for the role.
func (r Role) String() string { return roleKeys[r] }

// Set returns the set of the role alone, which others can be added to.
func (r Role) Set() uint16 { return 1 << r }

// Bounds of a title that is guessed, in letters.
const (
	LongestTitle = 160 // of a text under a key that means a title
	ShortTitle   = 80  // of the first words of another text
)

// A Meaning is what a key of others may be for.
type Meaning struct {
	Role   Role
	Strong bool  // whether the key means it in any file
	Rank   uint8 // of two keys for a role the one of the lower rank is better
}

// IsByWord reports whether one of the words of a key means it, and no table names the whole.
func (m Meaning) IsByWord() bool { return m.Rank >= firstByWords && m.Rank < 255 }

// A Names is how others call a role. The best name comes first. Names that are joined by + are as good as each other.
type Names struct {
	Role         Role
	Strong, Weak string
}

// Table holds the names of each role: those of the format itself in another spelling, such as Date, and those of
// others. Case, blanks, hyphens and low lines do not count. README and what is read come from it.
var Table = []Names{
	{
		Date,
		"date start event_date date_of_event exact_date full_date iso_date start_date date_start date_open " +
			"begin_date date_begin date_from from_date start_date_time datetime_start fc_date dt_start starts_at " +
			"starts_on started_at started_on start_at start_time when point_in_time occurred_at occurred_on occurred " +
			"date_occurred occurrence_date happened_at happened_on happened incident_date date_of_incident " +
			"launch_date date_launched release_date date_released released_at released_on date_time date_and_time " +
			"dates date_range event_year date_year start_year year_start year years day timestamp",
		"time from begin begins beginning began period era_start historical_date approximate_date approx_date " +
			"date_text date_string effective_date announcement_date announced announced_at announced_on election_date " +
			"opened opening_date launched released founded founded_on date_founded established inception introduced " +
			"invented discovered completed signed enacted adopted ratified born birth birth_date first_flight debut " +
			"premiere aired air_date original_air_date reported_at reported_on reported disclosed disclosed_at " +
			"discovered_at detected_at any " +
			"datum+fecha+data+dato+дата+日付+日期+날짜+tarih+年月日+日時+时间+時間 " +
			"jahr+année+annee+año+ano+rok+anno+jaar+år+год+рік+年+年份+年度+연도+yıl " +
			"beginn+début+inicio+início+inizio+inici+początek+začátek+начало+початок " +
			"debut_date+début_date+date_debut+date_début+startdatum+fecha_inicio+fecha_de_inicio+data_inicio+data_início+" +
			"data_de_início+data_inizio+data_inici+дата_начала+дата_початку+開始日+开始日期+開始日期 " +
			"published published_at published_on published_date date_published publication_date " +
			"pub_date publish_date posted posted_at date_posted created created_at created_on date_created " +
			"creation_date date_added added display_date deadline",
	},
	{
		End,
		"end end_date date_end date_close close_date to_date date_to finish_date end_date_time datetime_end " +
			"fc_end dt_end ends_at ends_on ended_at ended_on end_at end_time end_year year_end ended finish finished",
		"to until till through thru last_day closing_date closed dissolved died death death_date " +
			"ende+fin+fim+einde+slut+koniec+konec+конец+кінець " +
			"date_fin+enddatum+einddatum+fecha_fin+fecha_de_fin+data_fim+data_de_fim+data_fine+data_fi+дата_окончания+" +
			"дата_закінчення+終了日+结束日期+結束日期",
	},
	{
		Title,
		"title event_title event_name name_of_event event headline heading name full_title main_title " +
			"display_title display_name item_label event_label title_text what what_happened milestone short_title " +
			"short_name",
		"label subject topic summary_line battle conflict war conference incident crisis treaty mission project " +
			"payload product model invention discovery achievement accomplishment holiday occasion position job_title degree " +
			"award album film movie book song game episode case law act bill version release tag_name " +
			"titel+titre+título+titulo+titolo+tytuł+tytul+títol+titol+tittel+rubrik+titulek+überschrift+nadpis+" +
			"заголовок+タイトル+題名+見出し+标题+標題+제목+başlık nom nombre nome bezeichnung " +
			"ereignis+événement+evenement+evento+acontecimiento+suceso+acontecimento+esdeveniment+gebeurtenis+händelse+" +
			"hendelse+begivenhed+wydarzenie+událost+событие+подія+出来事+イベント+事件+사건+olay " +
			"naam+namn+navn+nazwa+název+nazev+jméno+название+назва+名称+名稱+名前+이름 caption text",
	},
	{
		Summary,
		"summary description desc details detail long_description long_desc full_description event_description " +
			"item_description abstract overview synopsis short_description short_desc excerpt blurb what_it_did",
		"text content body note info information message comment comments remarks story context explanation " +
			"significance why_it_matters impact legacy outcome result subtitle " +
			"beschreibung+descripción+descripcion+descrição+descricao+descrizione+descripció+descripcio+" +
			"beschrijving+omschrijving+beskrivning+beskrivelse+opis+popis+описание+опис+説明+概要+描述+说明+說明+설명+açıklama " +
			"inhalt+contenido+conteúdo+contenu+contenuto+innehåll+inhoud+内容+內容+내용 texte+texto+testo+tekst+текст caption",
	},
	{
		Type,
		"type category kind event_type type_of_event event_category incident_type event_kind classification",
		"node_type subtype genre phase era period severity class " +
			"kategorie+catégorie+categorie+categoría+categoria+kategori+kategoria+категория+категорія+種類+類型+类型+分類 " +
			"tipo+typ+тип",
	},
	{
		Status,
		"status event_status verification_status",
		"verification certainty confidence",
	},
	{
		Location,
		"location place where venue place_name location_name event_location city town address",
		"site country region province county area " +
			"ort+lieu+lugar+luogo+lloc+plaats+locatie+plats+sted+miejsce+místo+место+місце+場所+地点+地點+장소+konum+" +
			"ubicación+ubicacion+localização+localizacao local",
	},
	{
		Actors,
		"actors participants people who who_was_involved involved people_involved involved_people " +
			"involved_parties parties_involved actors_involved key_figures key_people key_players key_actors parties " +
			"attendees participant_names speakers delegates signatories belligerents combatants attacker+defender " +
			"organizations organisations persons characters protagonists players teams",
		"person organization+organisation+org+orgs company+companies authors+author " +
			"speaker+host+guest+hosts+guests artist+artists researcher+researchers inventor+inventors discoverer " +
			"perpetrator+perpetrators+victim+victims team+home_team+away_team president leader agency operator " +
			"manufacturer crew cast lineup developer+developers director creator presenter employer awarder issuer " +
			"institution+school+university " +
			"personen+personnes+personas+persone+pessoas+persones+personer+osoby+osoba+人物+인물 " +
			"beteiligte+participantes+partecipanti+uczestnicy+účastníci+участники+учасники+参加者 country+countries",
	},
	{
		Tags,
		"tags keywords hashtags labels categories topics tag",
		"genres subjects themes theme topic series group groups sector sectors industry impact_areas collection " +
			"timelines schlagworte+schlagwörter+stichworte+etiquetas+palabras_clave+mots_clés+mots_cles+теги+标签+タグ",
	},
	{
		Sources,
		"sources citations links references reference refs citation source source_urls source_url source_link " +
			"bibliography further_reading",
		"url urls link href website web homepage permalink external_link external_url wikipedia wikipedia_url " +
			"wikipedia_link wiki wiki_url article articles read_more more_info archive_url media video " +
			"quelle+quellen+fuente+fuentes+fonte+fontes+fonti+fonts+källa+källor+kilde+kilder+bron+bronnen+źródło+źródła+" +
			"zdroj+zdroje+источник+источники+джерело+джерела+出典+来源+來源+출처+kaynak",
	},
}

// endsOnly holds the names of an end that go with some names of a date only: a death ends a life and nothing else.
var endsOnly = map[string]string{
	"died": "born birth birthdate", "death": "born birth birthdate", "deathdate": "born birth birthdate",
	"closed": "opened openingdate founded established launched", "dissolved": "founded foundedon established inception",
}

// Ends reports whether a key that means the end may end what a key for the date begins.
func Ends(end, date string) bool {
	begins, limited := endsOnly[Fold(end)]
	return !limited || strings.Contains(" "+begins+" ", " "+Fold(date)+" ")
}

// isYear holds the names whose value is a year where it is a number.
var isYear = map[string]bool{
	"year": true, "years": true, "startyear": true, "yearstart": true, "endyear": true, "yearend": true, "jahr": true,
	"eventyear": true, "année": true, "annee": true, "año": true, "ano": true, "rok": true, "anno": true, "jaar": true,
	"år": true, "год": true, "рік": true, "年": true, "年份": true, "年度": true, "연도": true, "yıl": true,
}

// IsYear reports whether the value of a key is a year where it is a number.
func IsYear(key string) bool { return isYear[Fold(key)] || HasWord(key, "year", "jahr", "yr") }

// IsCount reports whether the value of a key is no year where it is a number, though the key may mean a date: that of
// a time or a day, or of something else that a date begins, as in start_price.
func IsCount(key string) bool {
	words := Words(key)
	if IsYear(key) || len(words) > 1 && slices.Contains([]string{"start", "begin"}, words[len(words)-1]) {
		return false // a reign_start is for the others of its column to tell
	}
	_, whole := meanings()[Fold(key)]
	return HasWord(key, "time", "at", "on", "timestamp", "ts") ||
		!whole && len(words) > 1 && !slices.Contains(words, "date")
}

// meanings returns what each folded name means.
var meanings = sync.OnceValue(func() map[string][]Meaning {
	m := make(map[string][]Meaning, 512)
	for _, names := range Table {
		rank := uint8(0)
		for _, strong := range []bool{true, false} {
			list := names.Weak
			if strong {
				list = names.Strong
			}
			for _, word := range strings.Fields(list) {
				for _, name := range strings.Split(word, "+") {
					folded := Fold(name)
					at := rank
					if names.Role == Actors && strings.HasPrefix(folded, "countr") {
						at = 255 // it is mostly where, and who only if nothing else says it
					}
					m[folded] = append(m[folded], Meaning{names.Role, strong, at})
				}
				rank++
			}
		}
	}
	return m
})

// Meant returns what a key that is not the format's own may be for, the more probable roles first: as the table has it,
// or else by its words. Case, blanks, hyphens and low lines do not count, nor does what stands in brackets.
func Meant(key string) []Meaning {
	var buf [64]byte
	if len(key) > len(buf)/2 {
		return nil
	}
	if whole := meanings()[string(appendFolded(buf[:0], key))]; whole != nil {
		return whole
	}
	return byWords(key)
}

// Is reports whether a key has a folded name.
func Is(key, folded string) bool {
	var buf [64]byte
	return len(key) <= len(buf)/2 && string(appendFolded(buf[:0], key)) == folded
}

// Fold returns a key as names are compared.
func Fold(key string) string { return string(appendFolded(nil, key)) }

// appendFolded appends the letters and digits of a key in lower case.
func appendFolded(to []byte, key string) []byte {
	for _, r := range key {
		switch {
		case r == '(' || r == '[':
			return to
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			to = append(to, byte(r))
		case 'A' <= r && r <= 'Z':
			to = append(to, byte(r)+'a'-'A')
		case r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			to = utf8.AppendRune(to, unicode.ToLower(r))
		}
	}
	return to
}
