package republish

import (
	"regexp"
	"strings"
	"sync"
)

// The words of the grammar, on folded text: lower case, one form of alef, ya and ta marbuta, a space at
// both ends. Languages other than English and Arabic have the wordings that papers commonly print.

// pattern is a regular expression that is compiled when it is first asked: most commands never read terms.
type pattern struct{ compiled func() *regexp.Regexp }

func anyOf(parts ...string) pattern {
	return pattern{sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(strings.Join(parts, "|")) })}
}

// MatchString tells whether the pattern is found in a folded sentence.
func (p pattern) MatchString(s string) bool { return p.compiled().MatchString(s) }

var (
	// act is the act itself: to publish a text again.
	act = anyOf(`re-?publi(?:sh|cation)`, `re-?print`, `reproduc`, `re-?distribut`, `re-?post`, `syndicat`, `re-?us(?:e|ed|ing)\b`, `re-?broadcast`, `\bcop(?:y|ied|ying)\b`, `\bpublication\b`, `retransm`,
		`\bpublish(?:ed|ing)?\b`, `\buse (?:this|these|our|of (?:this|these|our|the)|the|it|any)\b`, `\bused\b`, `\bshar(?:e|ed|ing) (?:this|these|our|the|it|and)\b`, `\bdistribut`, `\bquot(?:e|ed|ing|ation)`,
		`نشر`, `النقل`, ` (?:و|ب|ل|ف)?نقل`, `اقتباس`, `استخدام`, `نسخ`, `طباعه`, `استعمال`, `توزيع`, `تداول`,
		`reprodu`, `republi`, `rediffus`, `reprise`, `перепечат`, `воспроизвед`, `копирован`, `использовани`, `цитирован`, `nachdruck`, `weiterverbreit`, `vervielfaltig`, `vervielfältig`, `reproducci`, `izinsiz`, `alintilan`, `alıntılan`, `kopyalan`, `yayınlan`)
	texts    = anyOf(`\btexts?\b`, `articles?\b`, `stor(?:y|ies)\b`, `reports?\b`, `\bcontent`, `material`, `\bwords\b`, `مقال`, `ماده|مواد`, `محتوي`, `نص`, `خبر|اخبار`, `تقرير|تقارير`)
	pictures = anyOf(`photo`, `\bimages?\b`, `pictures?\b`, `graphics?\b`, `\bvideos?\b`, `illustrations?\b`, `صور`, `فيديو`)

	// never denies the act.
	never = anyOf(`\b(?:may|must|can|shall|should|is|are|do|does|will)(?: be)? ?not\b`, `\b(?:cannot|can't|mustn't|don't|never)\b`, `\bno (?:part|article|text|content|material|republi|re-publi|reprodu|reprint|copy|use|story|reuse|re-use|redistrib|re-distrib|syndic)`, `\bnot (?:be|for|to be|permitted|allowed|authori[sz]ed|licen[sc]ed)\b`,
		`prohibit`, `forbidden`, `unauthori[sz]ed`, `\bbanned\b`, `not permitted`, `disallow`, `\bneither\b`,
		`يمنع`, `يحظر`, `ممنوع`, `محظور`, `لا يجوز`, `لا يسمح`, `غير مسموح`, `لا يحق`, `لا تجوز`, `يرجي عدم`, `نرجو عدم`, `الرجاء عدم`, `تمنع`, `تحظر`, `حظر`,
		`interdi`, `запрещ`, `не допуска`, `verboten`, `untersagt`, `nicht gestattet`, `prohibid`, `yasak`, `izinsiz`, `alıntılanamaz`, `kullanılamaz`, `yayınlanamaz`, `kopyalanamaz`)
	// needsLeave asks for leave first.
	needsLeave = anyOf(`(?:without|absent|unless you have|subject to|requires?|require|need|needs|needed|obtain|obtained|obtaining|with|ask(?: us)? for|seek|request|prior|express|written|except (?:with|by)|on|contact us for|apply for|only by|pending)(?: (?:the|our|its|a|an|any|prior|express|expressed|explicit|written|and|or|in|advance|previous|editor's|editors'|publisher's|publishers'|owner's|formal|specific|separate|special|first|us|for|copyright|holder's))* (?:permission|consent|authori[sz]ation|approval|agreement|licen[sc]e|leave)\b`,
		`(?:permission|consent|authori[sz]ation|approval|licen[sc]e) (?:is|are|must|has to|needs to|should) ?(?:be )?(?:required|needed|obtained|sought|given|granted in writing|necessary)`, `permission (?:of|from) (?:the|our|its)`,
		`(?:دون|بدون|من غير|الا ب|الا بعد|بعد|يتطلب|تتطلب|يستلزم|يشترط|من دون) ?(?:اخذ |الحصول علي |الحصول علي ال)?(?:ال)?(?:اذن|موافقه|تصريح|ترخيص)`, `الا باذن`, `الا بموافقه`, `الا بترخيص`, `اذن (?:خطي|مسبق|كتابي)`, `موافقه (?:خطيه|مسبقه|كتابيه)`,
		`sans (?:l')?(?:autorisation|accord)`, `autorisation (?:prealable|préalable|ecrite|écrite)`, `без (?:письменного |предварительного )?(?:разрешения|согласия)`, `с (?:письменного |предварительного )?(?:разрешения|согласия)`, `ohne (?:schriftliche |vorherige )?(?:genehmigung|zustimmung|erlaubnis)`, `sin (?:la )?(?:autorizaci|permiso)`, `izinsiz`, `izin al`)
	noLeaveNeeded = anyOf(`(?:no|without (?:asking for|needing|any need for|further)|not need|do not need|don't need|need not ask for|no need for|without having to ask for)(?: our| any| prior| special| further| the)* (?:permission|consent)`, `(?:permission|consent) is (?:not|never) (?:required|needed|necessary)`, `permission (?:is|has been) (?:hereby )?(?:granted|given)`, `do not (?:have|need) to ask`, `need not ask`, `لا حاجه (?:الي|ل)`, `دون الحاجه الي`)
	// someOnly grants the act to those who have a contract, which a reader of the terms is not known to have.
	someOnly = anyOf(`\b(?:subscribers?|clients?|customers?|licensees?|affiliates?|partners?|member (?:papers|outlets|stations|organi[sz]ations)|subscribing (?:\w+ )?(?:papers|outlets|media|stations)|members(?: of (?:the|our) (?:agency|cooperative|network))?) (?:only )?(?:may|can|are|have)\b`,
		`\b(?:to|for|by) (?:our |its |the |paying |registered )*(?:subscribers|clients|customers|licensees|affiliates|partners|members of (?:the|our) (?:agency|cooperative|network))\b`,
		`(?:ل|ال|لل)(?:مشتركين|مشتركون|عملاء|زبائن)`)
	// otherUse speaks of what the terms before it did not grant.
	otherUse = anyOf(`(?:any|all) other (?:use|purpose|form)`, `for other uses`, `otherwise,? (?:please )?(?:ask|contact|write)`, `further permissions`, `اي استخدام اخر`, `للاستخدامات الاخري`)

	grant = anyOf(`welcome`, `\bmay\b`, `\bfree(?:ly)? to\b`, `\bfreely\b`, `\bpermi(?:t|ts|tted|ssible)\b`, `\ballow(?:s|ed)?\b`, `\bgrant(?:s|ed)?\b`, `\bcan\b`, `feel free`, `encourag`, `\bavailable (?:to|for)\b`, `\bopen (?:to|for)\b`, `\binvite[sd]?\b`, `free of charge`, `\bhappy for\b`, `for free\b`, `\blicen[sc]ed? (?:to|for) (?:re|all|any|every)`, `\bplease (?:re-?publish|re-?print|re-?post|share|copy|reproduce)`,
		`يسمح`, `يجوز`, `يحق`, `متاح`, `مسموح`, `نرحب`, `مرحب`, `يمكن`, `بامكان`, `لا مانع`, `مجاز`, `حريه`, `نشجع`,
		`autorise`, `libre`, `permis`, `разреш`, `допускается`, `свободн`, `gestattet`, `erlaubt`, `frei `, `permitid`, `autoriza`, `serbest`, `izin verilir`)
	reserved     = anyOf(`all rights (?:are )?reserved`, `جميع الحقوق محفوظه`, `كافه الحقوق محفوظه`, `كل الحقوق محفوظه`, `حقوق النشر محفوظه`, `الحقوق محفوظه`, `tous droits reserves`, `tous droits réservés`, `все права защищены`, `alle rechte vorbehalten`, `todos los derechos reservados`, `tutti i diritti riservati`, `tüm hakları saklıdır`)
	publicDomain = anyOf(`in the public domain`, `ملك عام`, `الملك العام`)

	negatedLicence = anyOf(`\bnot (?:be )?(?:licen[sc]ed|available|published|released|covered|under)\b`, `not (?:use|used) (?:a )?creative commons`)
	withoutCredit  = anyOf(`(?:without|unless|except (?:with|when|where|if|by)|only (?:with|if|when|where)|provided)\b.*(?:credit|attribut|cit(?:e|ed|ing|ation)\b|mention|nam(?:e|ed|ing)\b|acknowledg|link|referenc|indicat|source|origin|byline|author)`,
		`(?:دون|بدون|الا ب|الا بعد|الا اذا|الا مع|من غير|من دون) ?(?:ذكر|الاشاره|اشاره|الي|نسب|وضع|ال)* ?.*(?:مصدر|رابط|اسم|الموقع|كاتب)`, `sans (?:mention|citer|indiqu)`, `без (?:указания|ссылки|активной)`, `ohne (?:quellenangabe|nennung)`, `sin (?:citar|mencionar)`, `kaynak (?:gosteril|gösteril|belirtil)m`)
	evenWithCredit = anyOf(`with (?:or|and) without`, `even (?:with|if)`, `حتي مع|ولو مع`)
	commercial     = anyOf(`commercial`, `\bfor (?:profit|money|sale)\b`, `\b(?:re)?s(?:ell|old|ale)\b`, `تجاري`, `للربح`, `commerciale`, `коммерч`)
	bothUses       = anyOf(`commercial (?:or|and|nor) (?:non|private|personal|other)`, `non-?commercial (?:or|and) commercial`, `or otherwise`, `any (?:purpose|form|use)`)
	changes        = anyOf(`\b(?:edit(?:s|ed|ing)?\b|alter|chang|modif|translat|shorten|adapt|abridg)`, `تعديل`, `تغيير`, `تحريف`, `تحرير`)
	onlyChanges    = anyOf(`(?:not|never) (?:be )?(?:edit(?:s|ed|ing)?\b|alter|chang|modif|translat|shorten|adapt|abridg)`, `(?:do not|don't) (?:edit|alter|change|modify|translate|shorten|adapt)`, `(?:edited|altered|changed|modified|adapted|amended) (?:re-?public|version|cop)`, `(?:with|after) (?:any )?(?:changes|alterations|modifications|edits)`, `in (?:an )?(?:altered|edited|changed|modified)`)
	excerpts       = anyOf(`\bexcerpts?\b`, `\bextracts?\b`, `(?:up to|more than|at most|maximum of|first) (?:\d+|one|two|three|the first|fifty|hundred|a hundred|the)? ?(?:words|sentences?|paragraphs?|lines)`, `short (?:quot|passages)`, `brief (?:quot|passages)`, `\bsummar(?:y|ies)\b`, `مقتطف`, `فقره واحده`)
	wholeText      = anyOf(`in full`, `whole`, `in its entirety`, `in part`, `(?:articles?|stor(?:y|ies)|texts?|reports?|all|it) (?:or|and) excerpts?`, `excerpts? (?:or|and) (?:all|the)`, `full text`)
)

// asked are the conditions and what asks for them.
var asked = []struct {
	asks  Condition
	words pattern
}{
	{Credit, anyOf(`\bcredit`, `attribut`, `\bcit(?:e|ed|es|ing|ation)\b`, `acknowledg`, `(?:nam(?:e|es|ed|ing)|mention\w*|indicat\w*|stat(?:e|ed|ing)|giv(?:e|en|ing)|referenc\w*) (?:\w+ ){0,3}(?:source|outlet|publication|site|us\b|newspaper|agency|origin)`, `(?:source|outlet|newspaper|agency|publication) (?:is|are|must be|being) (?:clearly |always |properly )?(?:named|mentioned|cited|stated|given|indicated)`, `with (?:the )?source\b`,
		`ذكر (?:اسم )?(?:ال)?مصدر`, `الاشاره (?:الي|ل)`, `الاشاره لل`, `نسب(?:ه|تها|ته)? (?:الي|ل)`, `ذكر اسم (?:ال)?(?:موقع|صحيفه|وكاله|جريده)`, `العزو`, `مع المصدر`, `نقلا عن`,
		`mention(?:ner|nant)? (?:de )?(?:la )?source`, `citer (?:la )?source`, `citant`, `указани(?:ем|и|я) (?:на )?источник`, `ссылк(?:а|и|е|у|ой)`, `quellenangabe`, `citar (?:la )?fuente`, `citando`, `kaynak (?:gosteril|gösteril|belirt)`)},
	{CreditAuthor, anyOf(`(?:name|names|naming|credit|mention|cite)(?: of| the)* (?:\w+ )?(?:author|writer|reporter)`, `author(?:'s)? (?:name|is named|must be named)`, `\bbyline`, `اسم (?:ال)?(?:كاتب|مولف|صحفي)`, `имени автора|автора`)},
	{LinkBack, anyOf(`\blink`, `hyperlink`, `\burl\b`, `web address`, `رابط`, `lien `, `гиперссылк|активн\w+ ссылк`, `enlace`, `bağlantı`)},
	{Unchanged, anyOf(`un(?:changed|altered|edited|modified)`, `without (?:any )?(?:change|alteration|modification|edit)`, `in full\b`, `in its entirety`, `\bverbatim\b`, `as (?:it )?is\b`, `not (?:be )?(?:edit(?:ed)?\b|alter|chang|modif|abridg|shorten)`, `(?:do not|don't) (?:edit|alter|change|modify|shorten)`,
		`دون (?:اي )?(?:تعديل|تغيير|تحريف|تصرف|حذف)`, `بدون (?:اي )?(?:تعديل|تغيير|تحريف|تصرف)`, `كامل(?:ا|ه)`, `sans modification`, `без изменени`)},
	{NonCommercial, anyOf(`non-? ?commercial`, `not (?:for|be used for|used for) (?:any )?(?:commercial|profit|sale)`, `(?:not|never) (?:be )?(?:sell|sold|resold)`, `غير (?:ال)?تجاري`, `لا(?: |غراض |ي غرض )?.*تجاري`, `некоммерч`)},
	{ShareAlike, anyOf(`same licen`, `share-? ?alike`, `same terms`)},
	{Notify, anyOf(`(?:let|tell|notify|inform|e-?mail|write to|alert) (?:us|the editors?)`, `send (?:us )?(?:a|the) (?:copy|link)`, `اعلامنا|ابلاغنا|اخطارنا|اخبارنا ب`)},
}
