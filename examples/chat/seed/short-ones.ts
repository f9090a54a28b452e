/** Conversations of a page or less. */

export const carolToAlice = `
a: Carol, may I borrow your trekking poles for the weekend?
c: Sure! They are a bit short for you, but better than nothing.
a: You are a star.
c: I know.
`;

export const carolToAliceNews = `
c: I am packing. Do we need the second rope?
c: Never mind, I am taking it.
c: And do you want the red or the blue bottle?
`;

export const carolToBob = `
b: Good morning, Carol. Not Karen.
c: Good morning, Bob. Not Rob.
b: I deserve that. Coffee?
c: Oat milk, no sugar.
b: I have it on good authority.
`;

export const daveToAlice = `
d: The cabin is ours from Friday evening.
a: Wonderful. What do we owe your aunt?
d: A jar of your jam, she says.
a: She shall have two.
d: The directions, in case I forget them on the way: from the station take the road along the river until the second bridge, do NOT cross it, follow the gravel path uphill through the wood, and where it forks, keep to the left until you see a green gate. The key is under the third flower pot, counted from the left as seen from the gate. If the lock is stiff, lift the door a little.
a: That is a lot of left.
`;

export const buildingSeven = `
h: The lift is out of order until Thursday. Sorry for the inconvenience.
c: Thank you for letting us know.
h: Reminder: bins go out on Wednesday this week.
b: Is the bike cellar open again?
h: Yes, since this morning.
`;

export const buildingSevenNews = `
h: The water will be off tomorrow between 10 and 11.
c: In all of the building?
h: Only on the left side, up to the third floor.
c: Noted, thank you.
h: The new keys have come. Please pick them up at the office.
c: Did somebody lose a cello in the stairwell? It is safe in the office.
`;

export const erinToBob = `
e: Bob! I have news, but you must not tell Alice yet.
b: I am listening.
e: I am moving back in January. For good!
b: That is the best news of the year.
e: Not a word, promise?
b: Not a word.
`;

export const climbingClub = `
a: Welcome to the club! Bob helps me to let people in.
g: Is the hall open on Sunday?
b: From ten on. I have the key.
d: And the key has a flower pot.
`;
