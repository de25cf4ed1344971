"""Lines that are furniture when nothing else stands on them, by kind.

They are compared without case, digits and outer punctuation, so "SHARE:", "Share (12)" and "share" are one
entry. A word that may as well head a section of an article ("Results", "Network") is not listed.
"""

from __future__ import annotations


def _phrases(table: str) -> frozenset[str]:
    return frozenset(phrase.strip() for line in table.strip().splitlines() for phrase in line.split("|"))


_SHARING = """
share | share article | share it | share link | share on | share story | share this | share this article
share this page | share this story | share via | copy link | copy url | link copied | email | e-mail
email a friend | email article | email this | email this article | send by email | send to a friend | print
print article | print page | print this | print this page | tweet | tweet this | retweet | repost | pin it
like | likes | like this | like us on facebook | follow | follow me | follow us | following | unfollow
find us on | find us on facebook | connect | connect with us | let's connect | stay connected | stay in touch
stay informed | social | social media | social networks | facebook | flipboard | google plus | instagram
linkedin | messenger | pinterest | pocket | reddit | rss | rss feed | snapchat | telegram | tiktok | tumblr
twitter | viber | vk | wechat | weibo | whatsapp | youtube | bookmark | save | saved | save article
save for later | read later | favorite | add to favorite | add to favorites | add to favourites
"""

_ADVERTISING = """
ad | ads | advertisement | advertisements | advertising | advertise | advertise with us | ad choices
ad feedback | adchoices | close ad | skip ad | report ad | report this ad | sponsored | sponsored content
sponsored links | sponsored stories | promoted | promoted content | promoted stories | paid content
paid post | partner content | promo codes | coupons | deals | today's deals | offers | special offers
gift cards | giveaway | giveaways | contests | shop | buy now | cart | my cart | view cart | checkout | basket
add to basket | add to cart | wishlist | donate | donate now | make a donation | support us
story continues below | story continues below advertisement | article continues below
continue reading below | scroll to continue
"""

_ACCOUNT = """
account | my account | your account | create account | create an account | create free account | log in
log on | log out | login | logout | sign in | sign out | sign up | sign up here | sign up now | signup
register | register now | registration | remember me | keep me logged in | password | forgot password
forgot your password | lost your password | user name | username | email address | your email
your email address | your name | your comment | first name | last name | website | my profile | edit profile
profile | preferences | settings | notifications | alerts | breaking news alerts | newsletter | newsletters
our newsletter | daily newsletter | email newsletter | free newsletter | get the newsletter
sign up for our newsletter | subscribe | subscribe here | subscribe now | subscribe today | subscriber
subscribers only | subscription | subscriptions | become a member | become a subscriber | join now
join today | join us | submit | reset | cancel | captions | my feed | my news | watchlist
"""

_CONSENT = """
accept | accept all | accept cookies | i accept | i agree | got it | reject all | decline | dismiss | cookies
cookie notice | cookie policy | cookie preferences | cookie settings | manage cookies | privacy
privacy center | privacy notice | privacy policy | privacy settings | privacy statement
your privacy choices | your privacy rights | do not sell my info | do not sell my personal information
terms | terms & conditions | terms and conditions | terms of sale | terms of service | terms of use
user agreement | legal information | legal notice | impressum | imprint | disclaimer | disclaimers
copyright | copyright notice | all rights reserved | licensing | permissions | reprints | accessibility
accessibility statement | code of conduct | community guidelines | house rules | editorial guidelines
editorial policy | corrections policy | ethics policy
"""

_NAVIGATION = """
home | home page | homepage | main page | front page | menu | main menu | show menu | open menu | close menu
toggle menu | toggle navigation | toggle search | navigation | main navigation | site navigation
skip navigation | skip to content | skip to main | skip to main content | skip to navigation
jump to content | jump to navigation | search | search for | search form | search results | search site
search this site | site search | advanced search | site index | site map | sitemap | a-z index | all sections
sections | categories | category | archives | tag | tags | topics | more topics | browse | directory
help center | help centre | faq | faqs | customer service | customer support | contact | contact me
contact us | contacts | get in touch | feedback | give feedback | send feedback | about | about me | about us
about this site | about the site | who we are | our team | masthead | careers | work for us | work with us
write for us | become a contributor | contributors | columnists | blogroll | forums | media kit | press office
press releases | press room | classifieds | obituaries | horoscopes | crosswords | puzzles | tv guide
tv listings | weather forecast | calendar | events calendar | upcoming events | submit a tip
submit an event | submit news | news tips | send us a tip | got a tip | tip us | letters to the editor
digital edition | e-paper | epaper | print edition | current issue | back issues | podcasts | mobile apps
mobile version | desktop version | our apps | app store | google play | get the app | download app
download our app | download the app | on air | live stream | live tv | livestream | all shows | full episodes
our sites | partner sites | our partners | our network | change language | choose your language
select language | select your language | languages | switch edition | editions | translate | text size
font size | decrease text size | increase text size | a a a | loading | please wait | page not found
grid view | list view | filters | reset filters | sort by | view | viewed | views | view all | view more
see all | show all | show less | show more | load more | see more | expand | collapse | learn more
find out more
more info | more details | more | read more | full story | read full article | read full story
read the story | continue reading | embed | embed code | download pdf | transcript | wp login | entries feed
entries rss | comments feed | comments rss | powered by | hosted by | designed by
"""

_PAGING = """
next | next article | next page | next photo | next post | next story | next up | prev | previous
previous article | previous page | previous post | previous story | newer post | newer posts | older post
older posts | post navigation | page | pages | back | back to top | go to top | return to top | scroll to top
to top | play | pause | mute | listen | listen to article | listen to this article | watch | watch live
watch now | now playing | full screen | fullscreen | enlarge | enlarge image | open image | view image
view gallery | view photos | view all photos | show more photos | slide show | slideshow | photo galleries
photo gallery | photo | photo by | photo credit | by | written by | posted by | posted in | posted on
published by | published on | published | updated | last updated | last modified | source | via | author
authors | share your thoughts | filed under | in this article | in this story | topic | related topics
"""

_AFTERWARDS = """
about the author | about the authors | author bio | more from this author | comment | comments | add comment
add a comment | post comment | post comments | post a comment | leave comment | leave a comment
leave a reply | leave your comment | write a comment | view comments | show comments | hide comments
load comments | read comments | see comments | all comments | no comments | no comments yet
comments closed | comments are closed | comment policy | commenting policy | join the conversation
join the discussion | reply | replies | reply to this | report abuse | report comment | flag comment | upvote
downvote | most liked | newest first | oldest first | permalink | pingbacks | trackback | trackbacks | related
related articles | related content | related coverage | related items | related links | related news
related posts | related reading | related stories | related video | related videos | similar articles
similar posts | similar stories | recommended | recommended articles | recommended for you
recommended reading | recommended stories | popular | popular articles | popular now | popular posts
popular stories | most commented | most emailed | most popular | most read | most recent | most shared
most viewed | most watched | must read | must reads | must-read | trending | trending news | trending now
trending stories | trending topics | hot topics | top headlines | top news | top stories | editor's choice
editor's pick | editor's picks | editors picks | editors' picks | our picks | featured | featured articles
featured posts | featured stories | featured video | in case you missed it | you missed | don't miss
latest articles | latest headlines | latest news | latest posts | latest stories | latest updates
latest video | latest videos | recent activity | recent articles | recent comments | recent news
recent posts | recent stories | more articles | more headlines | more news | more posts | more stories
more for you | more to explore | more to read | read next | up next | what to read next | also read
read also | see also | further reading | around the web | from around the web | from the web
elsewhere on the web | from our network | from our partners | on our network | you may also like
you may be interested in | you may like | you might also like | you might like
"""

AFTERWARDS: frozenset[str] = _phrases(_AFTERWARDS)
"""Lines that stand after an article: its comments, its author, what to read next."""

WHOLE: frozenset[str] = AFTERWARDS.union(
    *(_phrases(table) for table in (_SHARING, _ADVERTISING, _ACCOUNT, _CONSENT, _NAVIGATION, _PAGING))
)
"""Every line that is furniture by itself."""
