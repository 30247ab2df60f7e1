import { test } from 'vitest';
import { expectVerdicts } from '../verdicts.js';

// Public reports of outages that came over a dependency: what ran, held its data and reached its clients served nobody.

/**
 * Cloudflare, "Post mortem on the Cloudflare Control Plane and Analytics Outage", 2023-11-02. Three data centres
 * (PDX-01, PDX-02, PDX-04) formed a high availability cluster, "some critical systems had non-obvious dependencies" on
 * services that ran in PDX-04 only, and traffic through the network went on.
 */
test('Cloudflare 2023-11-02: two of three data centres go on, and what depends on the third does not', () => {
  expectVerdicts(
    `node pdx1, pdx2, pdx4, edge
    mesh pdx1, pdx2, pdx4, edge 1ms
    client customer
    link customer -- pdx1
    link customer -- pdx2
    client visitor at edge
    store config on pdx1, pdx2, pdx4 { replicate consensus }
    store logs on pdx4 { choose CP }
    store copy on edge { from config }
    service dashboard on pdx1, pdx2, pdx4
    service api on pdx1, pdx2, pdx4 { requires logs }
    operation plain:  write config from customer through dashboard
    operation change: write config from customer through api
    operation visit:  read copy from visitor
    partition powerLost { down pdx4 }`,
    `                | healthy | powerLost
     plain customer  | ok     | ok
     change customer | ok     | error
     visit visitor   | ~stale | ~stale`,
  );
});

/**
 * Facebook Engineering, "More details about the October 4 outage", 2021-10-05: "our DNS servers disable those BGP
 * advertisements if they themselves can not speak to our data centers"; with the whole backbone gone, the name servers
 * were "unreachable even though they were still operational".
 */
test('Facebook 2021-10-04: name servers that do not reach a data centre withdraw', () => {
  const text = (requires: string): string => `
    node dc1, dc2, pop1, pop2
    link dc1 -- dc2
    link pop1 -- dc1
    link pop2 -- dc2
    client user
    link user -- pop1
    link user -- pop2
    store zones on dc1, dc2 { replicate primary dc1 }
    service health on dc1, dc2
    store dns on pop1, pop2 { from zones ${requires} }
    client operator at dc1
    operation publish: write zones from operator
    operation resolve: read dns from user
    partition onePop { cut pop1 -- dc1 }
    partition backbone {
      cut dc1 -- dc2
      cut pop1 -- dc1
      cut pop2 -- dc2
    }`;
  expectVerdicts(
    text('requires health'),
    `                  | healthy | onePop | backbone
     publish operator | ok     | ok     | ok
     resolve user     | ~stale | stale  | error`,
  );
  // Without the check they would have gone on with what they had.
  expectVerdicts(
    text(''),
    `                  | healthy | onePop | backbone
     publish operator | ok     | ok     | ok
     resolve user     | ~stale | stale  | stale`,
  );
});

/**
 * "Postmortem for August 18, 2011 outage", Google App Engine downtime notify: of the two datastores, the master/slave
 * one was served from a data centre that lost power, and a failover at once would have left out what was not replicated
 * yet; the High Replication Datastore was not served from there alone and went on.
 */
test('App Engine 2011-08-18: the app runs, and its master/slave datastore does not', () => {
  expectVerdicts(
    `node midwest, backup, third
    mesh midwest, backup, third 30ms
    client browser
    link browser -- backup
    service app on backup, third
    store masterSlave on midwest, backup { replicate primary midwest async }
    store failedOver on midwest, backup { replicate primary midwest async failover automatic by backup, third }
    store highReplication on midwest, backup, third { replicate consensus }
    operation old:  write masterSlave from browser through app
    operation fast: write failedOver from browser through app
    operation new:  write highReplication from browser through app
    partition thunderstorm { down midwest }`,
    `             | healthy | thunderstorm
     old browser  | ok     | error
     fast browser | ok     | lost+ok
     new browser  | ok     | ok`,
  );
});

/**
 * "Summary of the Amazon DynamoDB Service Disruption and Related Impacts in the US-East Region", 2015-09-20: storage
 * servers confirm their membership with a metadata service; those that got no response in time "removed themselves from
 * taking requests", although their data was there.
 */
test('DynamoDB 2015-09-20: storage servers without their membership take no requests', () => {
  const text = (requires: string): string => `
    zone one { node s1, m1 }
    zone two { node s2, m2 }
    zone three { node s3, m3 }
    mesh one, two, three 1ms
    client customer in one
    store membership on m1, m2, m3 { replicate consensus }
    store table on s1, s2, s3 { replicate consensus ${requires} }
    operation put: write table from customer
    partition metadata { down m1, m2 }`;
  expectVerdicts(
    text('requires membership'),
    `             | healthy | metadata
     put customer | ok      | error`,
  );
  expectVerdicts(
    text(''),
    `             | healthy | metadata
     put customer | ok      | ok`,
  );
});

/**
 * kubernetes/kubernetes issue 8295 (several members of etcd) and 19816: each API server asked a member of etcd, and
 * reads were not quorum reads; a member that lags or is isolated answers with old data, so that two API servers
 * allocated the same address. Issue 72796: an API server without a majority of etcd went on taking its share.
 */
test('Kubernetes 8295: API servers that read their own member of etcd', () => {
  expectVerdicts(
    `node m1, m2, m3, worker
    mesh m1, m2, m3 1ms
    link worker -- m1 1ms
    link worker -- m2 2ms
    client kubelet at worker
    client admin at m2
    store etcd on m1, m2, m3 { replicate consensus }
    service apiserver on m1, m2, m3
    operation allocate: write etcd from admin through apiserver
    operation list:   read etcd from kubelet through apiserver level local
    operation quorum: read etcd from kubelet through apiserver
    partition isolated {
      cut m1 -- m2
      cut m1 -- m3
    }`,
    `                | healthy | isolated
     allocate admin | ok      | ok
     list kubelet   | ~stale+ok | stale
     quorum kubelet | ok      | ok`,
  );
});
