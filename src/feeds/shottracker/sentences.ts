// What an operator reads about the subscription token: one sentence, without a secret.

/** What is done about a refused token, or what the operator must do. */
export const refusalSentence = (had: boolean, renews: boolean): string => {
  if (renews) return 'The subscription token was refused; asking for a new one.';
  return had
    ? 'The subscription token was refused; set another SHOTTRACKER_TOKEN, or SHOTTRACKER_USERNAME and SHOTTRACKER_SECRET with --game.'
    : 'There is no subscription token: set SHOTTRACKER_TOKEN, or SHOTTRACKER_USERNAME and SHOTTRACKER_SECRET with --game.';
};
