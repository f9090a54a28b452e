/** In the group of the four who go hiking. */
export const weekendHike = `
c: I have made a group, so that we stop planning in four different chats.
d: Finally.
a: Thank you, Carol!
b: Who is in?
c: You, me, Alice, Dave. Erin if she is back.
e: I will try! My flight lands on Sunday, though.
d: Then dinner at least.
c: So: Saturday, the ridge trail?
a: The one with the hut in the middle?
c: That one. 14 km, about 700 m up.
b: 700 m up, or 700 m up and then 700 m down?
c: Bob, that is how mountains work.
d: I can do the cabin. My aunt is away until the end of the month.
a: You are the best, Dave.
d: It has four beds and a sofa with opinions.
b: I call the sofa.
c: Nobody calls the sofa. The sofa calls you.

d: Packing list, please add what is missing: water, sun cream, headlamp, playing cards.
a: First aid kit. I have one.
c: Big thermos.
b: Map. I have printed one.
d: We have phones.
b: The map does not need a signal, Dave.
d: Fair.
a: Something warm for the evening. It gets cold up there.
c: I will make the soup. Is lentil fine with everybody?
b: Lentil is more than fine.
a: Yes please.
d: I will do breakfast. Pancakes, unless somebody objects.
b: Objecting to pancakes is not a thing.
c: Does the stove in the cabin work with the small gas bottles?
d: The blue ones. I have two, that is enough for the weekend.
a: And there is the fireplace.
d: Wood is in the shed. Watch out for the third step, it is loose.
b: The third from the top or the third from the bottom?
a: He does this.
d: From the top. It is a fair question.
b: Thank you, Dave.

a: Train is at 8:12, platform 3. Please be there at 8:05.
c: I will be there at 7:55.
d: I will be there at 8:11 and a half.
a: Dave.
d: 8:05!
b: Returning on Sunday with the 16:40. That leaves time for the viewpoint.
c: Which viewpoint?
b: The one above the hut. It is a detour of 40 minutes, but one can see all the way to the lake.
d: I am for it.
a: Me too, if the weather holds.
c: Forecast says sun until four.
b: Then viewpoint at noon, lunch at the hut, and down before the wind.
c: Sounds like a plan.
a: It sounds suspiciously like a plan.
d: Look at us.
e: I am so jealous. Take pictures!
c: Of course.
a: We will bring you a stone.
e: A *nice* stone.
b: The nicest that weighs less than a sandwich.
d: Speaking of which: who brings sandwiches?
c: Everybody brings their own. I have learned from last time.
d: Last time was not my fault.
c: The dog disagrees.
b: There was a dog?
a: There is always a dog.
d: I bring enough for the dog this time. See https://example.org/trail_dogs.
c: Good night, everyone. See you on Saturday!
a: Good night! [TUIEmoji_Heart]
`;
