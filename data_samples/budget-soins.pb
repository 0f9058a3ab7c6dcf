META
key;value
description;Accès aux soins
country;France
unit;Val-Brume
num_projects;18
num_votes;67
budget;40000
vote_type;approval
max_sum_cost;40000
date_begin;2026-11-14
date_end;2026-11-14
language;fr
currency;EUR
PROJECTS
project_id;cost;votes;name
1;8000;18;La téléconsultation accompagnée
2;26000;2;Un bus santé
3;15000;5;Psychologue gratuit
4;30000;37;Un médecin salarié au centre de santé
5;4000;15;Le sport sur ordonnance
6;6000;19;Permanence santé une fois par mois dans chaque salle des fêtes
7;1200;21;Un groupe de parole entre parents, on est nombreux
8;7500;8;Un point d'écoute addictions discret, pas à la mairie
9;2500;30;Rappeler les rendez-vous la veille
10;12000;4;Dentiste itinérant dans les écoles
11;5000;22;Accompagner physiquement au rendez-vous, sinon une personne sur quatre n'y va pas
12;14000;6;un cabinet prêt à l'emploi
13;9000;10;Des défibrillateurs dans les hameaux et 50 personnes formées
14;3000;11;Dépistage : 38 % de participation au cancer du sein contre 47 % au département
15;8400;11;Un logement offert aux internes, ils restent quand ils ont été bien reçus
16;2400;8;Parler de santé mentale au lycée agricole
17;3600;17;Premiers secours en santé mentale : former les coiffeurs, les entraîneurs, les patrons de bar
18;2000;15;Interprètes bénévoles pour les rendez-vous
VOTES
voter_id;vote
1;4,9,17,7,18
2;4,5,17
3;3,14,11,10
5;4,5,9,16
6;4,6,17
8;4,14,9,17
9;4,11,9,7
10;15,7,12,5
11;4,1,18
12;4,15,7
13;1,18,5,9,17,6
14;4,14,16,9,18
15;17,1,13,6
16;4,11,5
17;9,18,14,8
18;11,9,6,2
19;1,8,17,7,11
20;1,13,8,6
21;4,17,11,7
22;12,18,17
23;4,7,6,9
24;4,9,11
26;4,9,7,11
27;4,15,7
28;1,9,11
30;6,11,2,14
31;9,15,5,1,12
32;4,15,7
33;4,17,9,14
34;4,15,7
35;1,3,6,17,9
36;1,11,14,9
37;11,10,9,6,13
38;4,13
41;4,11,9,7
42;13,1,18,14
43;4,15,7
44;4,1,7
47;13,1,16,18,6
48;4,7,9,11
49;4,8,16
50;11,18,13,9,1,6
51;6,11,1,9,8,13
52;10,17,16,11,9,5
53;4,16,9,11
54;10,9,5,3,7
55;4,16,5,9
56;4,5,17,18
57;15,13,9,12
60;9,3,14,16,17,8
62;4,1,7
63;4,15,7
64;6,5,13
65;4,17,6
66;11,14,1,18,12
68;6,18,5
69;4,1,18
70;4,6,17
71;6,9,12,11,1
72;4,15,7
73;4,5,11
74;4,6,9,7
76;11,6,18
77;4,15,7
78;5,14,17,3
79;5,18,8
80;4,9,8
