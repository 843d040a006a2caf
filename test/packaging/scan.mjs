// Legs of n8n's review scan, offline: node scan.mjs <source|published>=<folder> … prints the results as a JSON list.
// The scan is made of ES modules and brings an ESLint of its own, so it runs outside jest.
import { analyzePackage, SOURCE_FILE_PATTERNS } from '@n8n/scan-community-package/scanner/scanner.mjs';

const legs = process.argv.slice(2).map((argument) => argument.split('='));
const results = await Promise.all(
  legs.map(([leg, folder = '']) =>
    analyzePackage(folder, leg === 'source' ? SOURCE_FILE_PATTERNS : ['**/*.js', 'package.json']),
  ),
);
console.log(JSON.stringify(results));
