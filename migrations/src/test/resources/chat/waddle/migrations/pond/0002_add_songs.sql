CREATE VIRTUAL TABLE songs USING fts5 (words);
INSERT INTO songs (words) VALUES ('quack quack');
