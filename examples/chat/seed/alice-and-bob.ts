/** Between Alice and Bob: several pages of history. */
export const aliceAndBob = `
a: Hi Bob, are you settled in at the new place?
b: Mostly! Boxes everywhere, but the kettle is unpacked.
a: Priorities.
b: Exactly. The neighbour already brought cake.
a: What kind?
b: Plum. I am moving in with the neighbour.
a: Ha. Send a picture of the view when you find the camera.
b: It is in box 14. Or 41. My handwriting is a disgrace.

b: Found it, by the way. Box 41.
a: Called it.
b: You did not.
a: I was about to.
b: Do you still have the long ladder? I would like to hang the lamp before it gets dark.
a: Yes, in the cellar. Come by any time after five.
b: Perfect, thank you!
a: Bring plum cake.

b: Lamp hangs. It is only slightly crooked.
a: Then the house is slightly crooked. The lamp knows.
b: I choose to believe that.
a: How was the first week at work?
b: Good. Lots of names. I have called Carol “Karen” twice.
a: She told me.
b: Oh no.
a: She thinks it is funny. Mostly.
b: I will bring her coffee on Monday.
a: Oat milk, no sugar. You are welcome.

a: Quick question: is the train on Saturday at 8:12 or 8:21?
b: 8:12. I looked it up three times because I know us.
a: 8:12. Noted. Alarm set.
b: Two alarms?
a: Three.
b: Proud of you.
a: Carol wants to know whether she should bring the big thermos.
b: Always bring the big thermos.
a: That is what I said.
b: Did Dave reply about the cabin?
a: He says the key is under the third flower pot from the left.
b: His left or our left?
a: …
b: Somebody has to ask.
a: I will ask.

a: Our left. As seen from the gate, not from the door.
b: See? It mattered.
a: Fine. It mattered.
b: I am printing the map, in case there is no signal up there.
a: You have a printer?
b: Box 7.
a: Nobody has ever been this organised by accident.
b: It is the new place. I am a new person.
a: The person who labelled box 41 as 14?
b: A new person as of Tuesday.

b: Weather looks good: sun until four, then a bit of wind.
a: I will pack the jacket anyway.
b: The yellow one?
a: The yellow one. So that you can find me when you get lost.
b: When *we* get lost.
a: That is why you have the map.
b: The map!
a: Bob.
b: It is in the bag. It has been in the bag since yesterday. I just wanted you to worry a little.
a: It worked. [TUIEmoji_TearsLaugh]

a: Did you book the table for Sunday evening? The menu: https://example.org/menu (I want number 4).
b: Yes, seven o’clock, under your name. They asked for a name people can spell.
a: Four people?
b: Five. Erin may come, if her flight lands in time.
a: Lovely. I have not seen her since spring.
b: She says she has news.
a: Now I am curious.
b: Me too, and I have been told it.
a: Bob!
b: My lips are sealed. See you tomorrow at the station?
a: 8:12. Platform 3. I will be the yellow one.
b: I will be the one with the map.
`;
