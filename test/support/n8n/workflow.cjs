'use strict';
// Stands for `n8n-workflow` where the node is loaded out of its sources: the one copy that n8n's engine has, so that an
// error of the node's is an instance of the engine's own classes.
module.exports = require('./modules.js').n8nWorkflow;
