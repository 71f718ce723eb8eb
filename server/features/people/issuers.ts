/**
 * OpenID Connect with each issuer of the setting: authorization code with PKCE, state and nonce (RFC 9700, 2.1.1), and ID tokens whose
 * signature is checked, whatever the connection they came by.
 */
import * as oidc from 'openid-client';
import { isLoopback } from '../accounts/index.ts';
import type { ClaimedRole, IssuerSetting } from './setting.ts';

/** What the browser's session keeps between leaving for the issuer and coming back. */
export interface Begun {
  readonly issuer: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface Recognized {
  /** Address of the issuer, as it names itself. */
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

export interface Issuer {
  readonly key: string;
  readonly label: string;
  readonly roles: readonly ClaimedRole[];
  /** @param back address that the issuer sends the browser to */
  begin(back: string): Promise<{ readonly address: URL; readonly begun: Begun }>;
  /** @param current address with which the browser came back @throws Error of openid-client when anything is not as it should be */
  finish(current: URL, begun: Begun): Promise<Recognized>;
  /** Where a person ends the session at the issuer; undefined: it has no such address. */
  endAddress(back: string): Promise<URL | undefined>;
}

const TIMEOUT_S = 10;
/** Clocks may differ by so much. */
const TOLERANCE_S = 60;

export function issuerOf(setting: IssuerSetting): Issuer {
  let discovered: Promise<oidc.Configuration> | undefined;
  const configuration = () => {
    discovered ??= discover(setting).catch((error: unknown) => {
      discovered = undefined;
      throw error;
    });
    return discovered;
  };
  const { key, label, roles, scope } = setting;
  return {
    key,
    label,
    roles,
    begin: async (back) => {
      const verifier = oidc.randomPKCECodeVerifier();
      const begun = { issuer: key, state: oidc.randomState(), nonce: oidc.randomNonce(), verifier };
      const address = oidc.buildAuthorizationUrl(await configuration(), {
        redirect_uri: back,
        scope,
        state: begun.state,
        nonce: begun.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { address, begun };
    },
    finish: async (current, { state, nonce, verifier }) => {
      const config = await configuration();
      const tokens = await oidc.authorizationCodeGrant(config, current, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const inToken = tokens.claims();
      if (!inToken) throw new Error('an answer without an ID token');
      const claims = { ...(await moreClaims(config, setting, tokens.access_token, inToken)), ...inToken };
      return { issuer: inToken.iss, subject: inToken.sub, name: nameIn(claims), claims };
    },
    endAddress: async (back) => {
      const config = await configuration();
      if (config.serverMetadata().end_session_endpoint === undefined) return undefined;
      return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: back });
    },
  };
}

function discover({ issuer, clientId, proof }: IssuerSetting): Promise<oidc.Configuration> {
  const metadata = { [oidc.clockTolerance]: TOLERANCE_S };
  const execute = [oidc.enableNonRepudiationChecks];
  // The setting takes plain http only for issuers on this computer.
  if (issuer.protocol === 'http:' && isLoopback(issuer.hostname)) execute.push(oidc.allowInsecureRequests);
  return authentication(proof).then((by) =>
    oidc.discovery(issuer, clientId, metadata, by, { execute, timeout: TIMEOUT_S }),
  );
}

async function authentication(proof: IssuerSetting['proof']): Promise<oidc.ClientAuth> {
  if ('secret' in proof) return oidc.ClientSecretBasic(proof.secret.reveal());
  const { privateKey } = proof;
  const algorithm =
    privateKey.kty === 'EC'
      ? { name: 'ECDSA', namedCurve: privateKey.crv ?? 'P-256' }
      : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  return oidc.PrivateKeyJwt(await crypto.subtle.importKey('jwk', privateKey, algorithm, false, ['sign']));
}

/** Asked for only where the ID token lacks a claim that the table of roles reads. */
async function moreClaims(
  config: oidc.Configuration,
  { roles }: IssuerSetting,
  accessToken: string,
  inToken: oidc.IDToken,
): Promise<Record<string, unknown>> {
  const lacks = roles.some(({ claim }) => inToken[claim] === undefined) || inToken.name === undefined;
  if (!lacks || config.serverMetadata().userinfo_endpoint === undefined) return {};
  return oidc.fetchUserInfo(config, accessToken, inToken.sub);
}

function nameIn(claims: Readonly<Record<string, unknown>>): string {
  const said = [claims.name, claims.preferred_username, claims.email].find(
    (name): name is string => typeof name === 'string' && name.trim() !== '',
  );
  return (said ?? 'Somebody without a name').trim().slice(0, 200);
}
