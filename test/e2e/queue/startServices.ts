// Starts Redis and PostgreSQL in a folder and says on which ports; for a test that ends it in the middle.
import { startPostgres, startRedis } from './services.js';

const [folder = ''] = process.argv.slice(2);
const redis = await startRedis(folder);
const postgres = await startPostgres(folder);
console.log(JSON.stringify({ redis: redis.port, postgres: postgres.port }));
