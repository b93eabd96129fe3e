// Names for invented people, common ones of many languages, joined by chance: nobody in particular.

export const givenNames: readonly string[] = (
  "Ada Adeline Ahmed Aiko Aisha Alejandra Amara Amir Ana Andre Anja Antonio Aroha Arjun Astrid Bao Beatriz Bram Camila Carlos Chidi Chloe Dalia Daniel " +
  "Deepa Diego Dina Elena Elias Emeka Emma Esra Esther Fatima Femi Finn Freya Gabriel Giulia Grace Hana Hassan Helen Hiro Ibrahim Ines Ingrid Isaac " +
  "Ivana Jamal James Jana Javier Jin Joana Jonas Jorge Julia Kaia Kamal Karim Kateryna Keiko Kofi Laila Lars Leon Lina Lucia Luis Magda Malik Marco " +
  "Maria Marta Mateo Mei Mila Mina Mohamed Naomi Nadia Nia Niko Nina Noor Olga Omar Oscar Paula Pedro Petra Priya Rahel Ravi Rosa Ruth Sami Samuel " +
  "Sana Sara Sean Sofia Stefan Tariq Tessa Theo Thomas Tomas Uma Valeria Vera Viktor Wei Yara Yusuf Zoe"
).split(" ");

export const familyNames: readonly string[] = (
  "Abdi Acosta Adeyemi Ahmadi Almeida Andersen Andrade Arslan Baker Banerjee Baptiste Bauer Becker Berg Bianchi Boateng Bondar Brandt Brown Campbell " +
  "Carter Castro Chen Chowdhury Cohen Costa Cruz Dahl Danso Davies Delgado Desai Diallo Dubois Edwards Eklund Evans Farah Fernandes Ferrari Fischer Flores " +
  "Fontaine Garcia Gonzalez Green Gupta Haddad Hall Hansen Hashimoto Hernandez Hoffmann Hughes Huber Ibarra Ito Ivanova Jackson Jansen Jensen Johansson " +
  "Jones Jovanovic Kaplan Kaya Keller Khan Kim Kovacs Kowalska Kumar Lambert Larsen Laurent Lee Lewis Lindqvist Lopez Maas Machado Malik Marino Martin " +
  "Mbeki Mendoza Meyer Mensah Mitchell Moore Morales Moreno Mori Mwangi Nakamura Nguyen Nielsen Novak Nowak Obi Okafor Oliveira Olsen Ortiz Osei Owusu " +
  "Park Patel Pereira Petrov Pham Popescu Quispe Ramirez Rao Reyes Ricci Roberts Rojas Rossi Roy Ruiz Sato Schmidt Schneider Shah Silva Singh Smith Sokolova " +
  "Sousa Suzuki Takahashi Tan Taylor Thapa Thomas Torres Tran Usman Vargas Virtanen Wagner Walker Wang Weber Williams Wong Wright Yamamoto Yang Yilmaz " +
  "Young Zhang Zimmermann"
).split(" ");
