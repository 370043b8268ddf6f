import pg from 'pg';

/**
 * Loaded before the API (`node --import`): tells the parent process every statement that is sent to Postgres, with its
 * parameters. What is measured runs without it.
 */
const send = pg.Client.prototype.query;

pg.Client.prototype.query = function query(statement, parameters, ...rest) {
  const { text, values } = typeof statement === 'string' ? { text: statement, values: parameters } : statement;
  if (typeof text === 'string') process.send?.({ text, values: Array.isArray(values) ? values : [] });
  return send.call(this, statement, parameters, ...rest);
};
