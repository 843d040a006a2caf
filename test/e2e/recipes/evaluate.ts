// `npm run evaluate`: how a chat model does at triage, by the evaluation set of the recipe, on a real n8n and a sandbox.
import { wordScore } from 'bossdesk-recipes';
import { evaluateTriage } from './evaluateTriage.js';
import { openStage } from './stage.js';

const { TRIAGE_MODEL_URL: url, TRIAGE_MODEL: model, TRIAGE_MODEL_KEY: apiKey = 'none' } = process.env;

void main();

async function main(): Promise<void> {
  if (url === undefined || model === undefined) {
    process.stderr.write(
      'Say where a model is, and its name: TRIAGE_MODEL_URL=http://127.0.0.1:11434/v1 TRIAGE_MODEL=qwen3 npm run evaluate\n' +
        'Any OpenAI-compatible server will do; TRIAGE_MODEL_KEY is its key, where it needs one.\n',
    );
    process.exitCode = 1;
    return;
  }
  const stage = await openStage({ url, apiKey });
  try {
    const { judged, failure } = await evaluateTriage(stage, { model });
    process.stdout.write(`${wordScore(judged)}\n`);
    if (failure !== undefined) process.stderr.write(`${failure}\n`);
  } finally {
    await stage.close();
  }
}
