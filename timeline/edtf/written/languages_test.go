package written_test

import (
	"fmt"
	"strings"
	"testing"

	"dateline/timeline/edtf/written"
)

// monthsOf are the months of languages as they are beside a day, and shortMonthsOf as they are cut short.
var (
	monthsOf = map[string]string{
		"cs": "ledna února března dubna května června července srpna září října listopadu prosince",
		"da": "januar februar marts april maj juni juli august september oktober november december",
		"de": "januar februar märz april mai juni juli august september oktober november dezember",
		"es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
		"fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
		"it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
		"nb": "januar februar mars april mai juni juli august september oktober november desember",
		"nl": "januari februari maart april mei juni juli augustus september oktober november december",
		"pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
		"pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
		"ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
		"sv": "januari februari mars april maj juni juli augusti september oktober november december",
		"uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
	}
	shortMonthsOf = map[string]string{
		"cs": "led úno bře dub kvě čvn čvc srp zář říj lis pro",
		"da": "jan feb mar apr maj jun jul aug sep okt nov dec",
		"de": "jan feb märz apr mai juni juli aug sept okt nov dez",
		"es": "ene feb mar abr may jun jul ago sept oct nov dic",
		"fr": "janv févr mars avr mai juin juil août sept oct nov déc",
		"it": "gen feb mar apr mag giu lug ago set ott nov dic",
		"nb": "jan feb mar apr mai jun jul aug sep okt nov des",
		"nl": "jan feb mrt apr mei jun jul aug sep okt nov dec",
		"pl": "sty lut mar kwi maj cze lip sie wrz paź lis gru",
		"pt": "jan fev mar abr mai jun jul ago set out nov dez",
		"ru": "янв февр мар апр мая июн июл авг сент окт нояб дек",
		"sv": "jan feb mars apr maj juni juli aug sep okt nov dec",
		"uk": "січ лют бер квіт трав черв лип серп вер жовт лист груд",
	}
)

func TestMonthsOfLanguagesInEveryForm(t *testing.T) {
	accents := strings.NewReplacer("é", "e", "û", "u", "ä", "a", "ç", "c", "ś", "s", "ź", "z", "ú", "u", "ř", "r",
		"ě", "e", "č", "c", "í", "i", "á", "a")
	for language, names := range monthsOf {
		short := strings.Fields(shortMonthsOf[language])
		for n, name := range strings.Fields(names) {
			month := fmt.Sprintf("2022-%02d", n+1)
			want := map[string]string{
				"3 " + short[n] + " 2022": month + "-03", short[n] + ". 2022": month, short[n] + " 2022": month,
			}
			for _, spelled := range []string{
				name, accents.Replace(name), strings.ToUpper(name), capital(name),
			} {
				want[spelled+" 2022"], want["3 "+spelled+" 2022"], want["3. "+spelled+" 2022"] = month, month+"-03", month+"-03"
				want["3 de "+spelled+" de 2022"] = month + "-03"
			}
			for text, edtf := range want {
				if all := written.InColumn(text); len(all) != 1 || all[0].Date.EDTF() != edtf {
					t.Errorf("%s: %q is read as %v, want %s", language, text, all, edtf)
				}
			}
		}
	}
}

// capital returns a name with a capital letter.
func capital(name string) string {
	first := []rune(name)[:1]
	return strings.ToUpper(string(first)) + name[len(string(first)):]
}

func TestSeasonsOfLanguages(t *testing.T) {
	for season, names := range map[string]string{
		"21": "printemps Frühling Frühjahr primavera lente voorjaar forår vår wiosna jaro весна весна",
		"22": "été Été ete e\u0301te\u0301 Sommer verano estate zomer verão verao sommar lato léto лето літо",
		"23": "automne Herbst otoño otono autunno herfst outono efterår höst høst jesień podzim осень осінь",
		"24": "hiver Winter invierno inverno vinter zima зима",
	} {
		for _, name := range strings.Fields(names) {
			if all := written.InColumn(name + " 2016"); len(all) != 1 || all[0].Date.EDTF() != "2016-"+season {
				t.Errorf("%q is read as %v, want 2016-%s", name+" 2016", all, season)
			}
		}
	}
	for _, other := range []string{"Mars 2020", "Estate 2016", "10 Pro 2024", "3 out 2019", "set 2016", "Host 2022"} {
		if all := written.Readings(other); len(all) > 0 {
			t.Errorf("%q is read as %v outside a column of dates", other, all)
		}
	}
}
