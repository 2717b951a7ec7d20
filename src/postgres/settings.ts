import type { Address } from './address.ts';

/**
 * Given on the command line at every start, so that data made by an older version of the app runs with the
 * newest settings. Everybody may read them there: no secrets.
 */
export function serverArguments(dataFolder: string, address: Address): string[] {
  const settings = { ...addressSettings(address), ...durable, ...silent, ...modest };
  return ['-D', dataFolder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/** Nothing acknowledged is lost, and little is left to repeat after a kill. */
const durable = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  wal_level: 'minimal',
  max_wal_senders: 0,
  checkpoint_timeout: '1min',
  max_wal_size: '128MB',
  min_wal_size: '64MB',
  // A segment that is used again keeps what stood in it until it is written over: erased words too.
  wal_recycle: 'off',
};

/**
 * The server's own log may hold no word that people wrote. A refused row or value stands in the message of an
 * error, so errors are left out: the app gets them, the log keeps what the server says about itself.
 */
const silent = {
  log_min_messages: 'log',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_statement: 'none',
  log_min_duration_statement: -1,
  log_parameter_max_length: 0,
  log_parameter_max_length_on_error: 0,
  log_checkpoints: 'off',
  log_destination: 'stderr',
  logging_collector: 'off',
};

const modest = {
  max_connections: 60,
  shared_buffers: '96MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
};

function addressSettings(address: Address): Record<string, string | number> {
  return {
    port: address.port,
    listen_addresses: address.kind === 'socket' ? '' : address.host,
    unix_socket_directories: address.kind === 'socket' ? '.' : '',
    unix_socket_permissions: '0700',
    password_encryption: 'scram-sha-256',
  };
}
